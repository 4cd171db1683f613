#ifndef CHILD_IMPACT_CSODIUM_SHIM_H
#define CHILD_IMPACT_CSODIUM_SHIM_H

#include <sodium/crypto_hash_sha256.h>
#include <sodium/utils.h>

#endif

#ifndef CHILD_IMPACT_CLIBZIP_SHIM_H
#define CHILD_IMPACT_CLIBZIP_SHIM_H

#include <zip.h>

#endif

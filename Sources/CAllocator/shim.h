#ifndef CHILD_IMPACT_CALLOCATOR_SHIM_H
#define CHILD_IMPACT_CALLOCATOR_SHIM_H

#include <stdlib.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

// Lets the heap grow by so many bytes at a time; does nothing where the C library is not glibc.
static inline void child_impact_grow_heap_by(int bytes) {
#ifdef __GLIBC__
    mallopt(M_TOP_PAD, bytes);
#else
    (void)bytes;
#endif
}

#endif

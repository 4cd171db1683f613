#ifndef CHILD_IMPACT_BUILT_IN_FILES_H
#define CHILD_IMPACT_BUILT_IN_FILES_H

#include <stddef.h>

/// One file that is carried inside the binary.
struct built_in_file {
    const char *path;
    const unsigned char *bytes;
    size_t count;
};

/// The files, and how many there are.
const struct built_in_file *built_in_files(size_t *count);

#endif

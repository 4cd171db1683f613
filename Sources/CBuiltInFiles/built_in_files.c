// The definitions and styles of the package, carried inside the binary so that one file runs anywhere.
// A new file is named here twice: once for its bytes, once in the table.

#include "built_in_files.h"

// #embed is standard since C23; the language mode of C targets is older.
#pragma clang diagnostic ignored "-Wc23-extensions"

#define EMBEDDED static const unsigned char

EMBEDDED headings[] = {
#embed "../../tools-definitions/headings.xml"
};
EMBEDDED named_dates[] = {
#embed "../../tools-definitions/named-dates.xml"
};
EMBEDDED legal_gateway[] = {
#embed "../../exports/profiles/legal-gateway.xml"
};
EMBEDDED care_planning[] = {
#embed "../../exports/profiles/care-planning.xml"
};
EMBEDDED document_style[] = {
#embed "../../exports/styles/document.css"
};

static const struct built_in_file files[] = {
    {"tools-definitions/headings.xml", headings, sizeof headings},
    {"tools-definitions/named-dates.xml", named_dates, sizeof named_dates},
    {"exports/profiles/legal-gateway.xml", legal_gateway, sizeof legal_gateway},
    {"exports/profiles/care-planning.xml", care_planning, sizeof care_planning},
    {"exports/styles/document.css", document_style, sizeof document_style},
};

const struct built_in_file *built_in_files(size_t *count) {
    *count = sizeof files / sizeof files[0];
    return files;
}

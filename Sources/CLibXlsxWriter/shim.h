#ifndef CHILD_IMPACT_CLIBXLSXWRITER_SHIM_H
#define CHILD_IMPACT_CLIBXLSXWRITER_SHIM_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

// The structs of the library take texts that they could change, and keep none of them past the call.

// `folder` is where the library keeps its parts while it writes; it outlives the workbook.
static inline lxw_workbook *child_impact_xlsx_new(const char *path, const char *folder) {
    lxw_workbook_options options;
    memset(&options, 0, sizeof options);
    options.tmpdir = (char *)folder;
    return workbook_new_opt(path, &options);
}

static inline lxw_error child_impact_xlsx_describe(lxw_workbook *workbook, const char *title, const char *author,
                                                   time_t created) {
    lxw_doc_properties properties;
    memset(&properties, 0, sizeof properties);
    properties.title = (char *)title;
    properties.author = (char *)author;
    properties.created = created;
    return workbook_set_properties(workbook, &properties);
}

// Guidance on cells and, where `list` is not NULL, the list that they choose from: a formula.
static inline lxw_error child_impact_xlsx_guide(lxw_worksheet *sheet, lxw_row_t first, lxw_row_t last, lxw_col_t column,
                                                const char *list, int stops, const char *refusal, const char *title,
                                                const char *guidance) {
    lxw_data_validation validation;
    memset(&validation, 0, sizeof validation);
    validation.validate = list != NULL ? LXW_VALIDATION_TYPE_LIST_FORMULA : LXW_VALIDATION_TYPE_ANY;
    validation.value_formula = (char *)list;
    validation.error_type = stops ? LXW_VALIDATION_ERROR_TYPE_STOP : LXW_VALIDATION_ERROR_TYPE_WARNING;
    validation.error_message = (char *)refusal;
    validation.input_title = (char *)title;
    validation.input_message = (char *)guidance;
    return worksheet_data_validation_range(sheet, first, column, last, column, &validation);
}

// No password: the protection is against slips, and whoever means it can take it off.
static inline void child_impact_xlsx_protect(lxw_worksheet *sheet) {
    lxw_protection allowed;
    memset(&allowed, 0, sizeof allowed);
    allowed.sort = LXW_TRUE;
    allowed.autofilter = LXW_TRUE;
    allowed.format_columns = LXW_TRUE;
    allowed.format_rows = LXW_TRUE;
    worksheet_protect(sheet, NULL, &allowed);
}

// Makes a folder that nobody else can look into, from a template that ends with XXXXXX; 0 when it is made.
static inline int child_impact_make_private_folder(char *path) { return mkdtemp(path) == NULL ? -1 : 0; }

static inline const char *child_impact_temporary_folder(void) {
    const char *folder = getenv("TMPDIR");
    return folder != NULL && folder[0] != 0 ? folder : "/tmp";
}

#endif

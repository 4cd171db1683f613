// The definitions and styles of the package, carried inside the binary so that one file runs anywhere.
// Written by .ci/built-in-files: change that, not this.

#include "built_in_files.h"

// #embed is standard since C23; the language mode of C targets is older.
#pragma clang diagnostic ignored "-Wc23-extensions"

#define EMBEDDED static const unsigned char

EMBEDDED file_1[] = {
#embed "../../exports/profiles/care-planning.xml"
};
EMBEDDED file_2[] = {
#embed "../../exports/profiles/case-workbook.xml"
};
EMBEDDED file_3[] = {
#embed "../../exports/profiles/legal-gateway.xml"
};
EMBEDDED file_4[] = {
#embed "../../exports/scripts/form.js"
};
EMBEDDED file_5[] = {
#embed "../../exports/styles/document.css"
};
EMBEDDED file_6[] = {
#embed "../../exports/styles/form.css"
};
EMBEDDED file_7[] = {
#embed "../../exports/styles/report.css"
};
EMBEDDED file_8[] = {
#embed "../../exports/styles/result.css"
};
EMBEDDED file_9[] = {
#embed "../../tools-definitions/code-lists/accommodation-suitable.xml"
};
EMBEDDED file_10[] = {
#embed "../../tools-definitions/code-lists/accommodation.xml"
};
EMBEDDED file_11[] = {
#embed "../../tools-definitions/code-lists/activity.xml"
};
EMBEDDED file_12[] = {
#embed "../../tools-definitions/code-lists/assessment-factor.xml"
};
EMBEDDED file_13[] = {
#embed "../../tools-definitions/code-lists/category-of-abuse.xml"
};
EMBEDDED file_14[] = {
#embed "../../tools-definitions/code-lists/closure-reason.xml"
};
EMBEDDED file_15[] = {
#embed "../../tools-definitions/code-lists/disability.xml"
};
EMBEDDED file_16[] = {
#embed "../../tools-definitions/code-lists/ethnicity.xml"
};
EMBEDDED file_17[] = {
#embed "../../tools-definitions/code-lists/final-care-plan.xml"
};
EMBEDDED file_18[] = {
#embed "../../tools-definitions/code-lists/in-touch.xml"
};
EMBEDDED file_19[] = {
#embed "../../tools-definitions/code-lists/initial-care-plan.xml"
};
EMBEDDED file_20[] = {
#embed "../../tools-definitions/code-lists/legal-gateway-outcome.xml"
};
EMBEDDED file_21[] = {
#embed "../../tools-definitions/code-lists/legal-status.xml"
};
EMBEDDED file_22[] = {
#embed "../../tools-definitions/code-lists/missing-type.xml"
};
EMBEDDED file_23[] = {
#embed "../../tools-definitions/code-lists/permanence-plan.xml"
};
EMBEDDED file_24[] = {
#embed "../../tools-definitions/code-lists/placement-provider.xml"
};
EMBEDDED file_25[] = {
#embed "../../tools-definitions/code-lists/placement.xml"
};
EMBEDDED file_26[] = {
#embed "../../tools-definitions/code-lists/pre-proceedings-outcome.xml"
};
EMBEDDED file_27[] = {
#embed "../../tools-definitions/code-lists/previous-permanence.xml"
};
EMBEDDED file_28[] = {
#embed "../../tools-definitions/code-lists/primary-need.xml"
};
EMBEDDED file_29[] = {
#embed "../../tools-definitions/code-lists/reason-episode-ceased.xml"
};
EMBEDDED file_30[] = {
#embed "../../tools-definitions/code-lists/reason-for-new-episode.xml"
};
EMBEDDED file_31[] = {
#embed "../../tools-definitions/code-lists/reason-place-change.xml"
};
EMBEDDED file_32[] = {
#embed "../../tools-definitions/code-lists/reason-placed-ceased.xml"
};
EMBEDDED file_33[] = {
#embed "../../tools-definitions/code-lists/referral-source.xml"
};
EMBEDDED file_34[] = {
#embed "../../tools-definitions/code-lists/review-code.xml"
};
EMBEDDED file_35[] = {
#embed "../../tools-definitions/code-lists/sdq-reason.xml"
};
EMBEDDED file_36[] = {
#embed "../../tools-definitions/code-lists/sex.xml"
};
EMBEDDED file_37[] = {
#embed "../../tools-definitions/code-lists/short-notice-reason.xml"
};
EMBEDDED file_38[] = {
#embed "../../tools-definitions/code-lists/social-worker-change.xml"
};
EMBEDDED file_39[] = {
#embed "../../tools-definitions/code-lists/upn-unknown.xml"
};
EMBEDDED file_40[] = {
#embed "../../tools-definitions/code-lists/yes-no.xml"
};
EMBEDDED file_41[] = {
#embed "../../tools-definitions/common-words.xml"
};
EMBEDDED file_42[] = {
#embed "../../tools-definitions/comparison.xml"
};
EMBEDDED file_43[] = {
#embed "../../tools-definitions/event-categories.xml"
};
EMBEDDED file_44[] = {
#embed "../../tools-definitions/extracts/annex-a.xml"
};
EMBEDDED file_45[] = {
#embed "../../tools-definitions/extracts/cin-census.xml"
};
EMBEDDED file_46[] = {
#embed "../../tools-definitions/extracts/ssd.xml"
};
EMBEDDED file_47[] = {
#embed "../../tools-definitions/extracts/ssda903.xml"
};
EMBEDDED file_48[] = {
#embed "../../tools-definitions/headings.xml"
};
EMBEDDED file_49[] = {
#embed "../../tools-definitions/named-dates.xml"
};
EMBEDDED file_50[] = {
#embed "../../tools-definitions/schema/tool.xsd"
};
EMBEDDED file_51[] = {
#embed "../../tools-definitions/tools/README.md"
};
EMBEDDED file_52[] = {
#embed "../../tools-definitions/tools/capacity-to-change.xml"
};
EMBEDDED file_53[] = {
#embed "../../tools-definitions/tools/child-voice.xml"
};
EMBEDDED file_54[] = {
#embed "../../tools-definitions/tools/distance-travelled.xml"
};
EMBEDDED file_55[] = {
#embed "../../tools-definitions/tools/early-help-assessment.xml"
};
EMBEDDED file_56[] = {
#embed "../../tools-definitions/tools/graded-care-adolescent.xml"
};
EMBEDDED file_57[] = {
#embed "../../tools-definitions/tools/graded-care-antenatal.xml"
};
EMBEDDED file_58[] = {
#embed "../../tools-definitions/tools/graded-care.xml"
};
EMBEDDED file_59[] = {
#embed "../../tools-definitions/tools/lived-experience.xml"
};
EMBEDDED file_60[] = {
#embed "../../tools-definitions/tools/multi-agency-audit.xml"
};
EMBEDDED file_61[] = {
#embed "../../tools-definitions/tools/neglect-screen.xml"
};
EMBEDDED file_62[] = {
#embed "../../tools-definitions/tools/practitioner-confidence.xml"
};
EMBEDDED file_63[] = {
#embed "../../tools-definitions/tools/practitioner-feedback.xml"
};
EMBEDDED file_64[] = {
#embed "../../tools-definitions/tools/safety-scale.xml"
};

static const struct built_in_file files[] = {
    {"exports/profiles/care-planning.xml", file_1, sizeof file_1},
    {"exports/profiles/case-workbook.xml", file_2, sizeof file_2},
    {"exports/profiles/legal-gateway.xml", file_3, sizeof file_3},
    {"exports/scripts/form.js", file_4, sizeof file_4},
    {"exports/styles/document.css", file_5, sizeof file_5},
    {"exports/styles/form.css", file_6, sizeof file_6},
    {"exports/styles/report.css", file_7, sizeof file_7},
    {"exports/styles/result.css", file_8, sizeof file_8},
    {"tools-definitions/code-lists/accommodation-suitable.xml", file_9, sizeof file_9},
    {"tools-definitions/code-lists/accommodation.xml", file_10, sizeof file_10},
    {"tools-definitions/code-lists/activity.xml", file_11, sizeof file_11},
    {"tools-definitions/code-lists/assessment-factor.xml", file_12, sizeof file_12},
    {"tools-definitions/code-lists/category-of-abuse.xml", file_13, sizeof file_13},
    {"tools-definitions/code-lists/closure-reason.xml", file_14, sizeof file_14},
    {"tools-definitions/code-lists/disability.xml", file_15, sizeof file_15},
    {"tools-definitions/code-lists/ethnicity.xml", file_16, sizeof file_16},
    {"tools-definitions/code-lists/final-care-plan.xml", file_17, sizeof file_17},
    {"tools-definitions/code-lists/in-touch.xml", file_18, sizeof file_18},
    {"tools-definitions/code-lists/initial-care-plan.xml", file_19, sizeof file_19},
    {"tools-definitions/code-lists/legal-gateway-outcome.xml", file_20, sizeof file_20},
    {"tools-definitions/code-lists/legal-status.xml", file_21, sizeof file_21},
    {"tools-definitions/code-lists/missing-type.xml", file_22, sizeof file_22},
    {"tools-definitions/code-lists/permanence-plan.xml", file_23, sizeof file_23},
    {"tools-definitions/code-lists/placement-provider.xml", file_24, sizeof file_24},
    {"tools-definitions/code-lists/placement.xml", file_25, sizeof file_25},
    {"tools-definitions/code-lists/pre-proceedings-outcome.xml", file_26, sizeof file_26},
    {"tools-definitions/code-lists/previous-permanence.xml", file_27, sizeof file_27},
    {"tools-definitions/code-lists/primary-need.xml", file_28, sizeof file_28},
    {"tools-definitions/code-lists/reason-episode-ceased.xml", file_29, sizeof file_29},
    {"tools-definitions/code-lists/reason-for-new-episode.xml", file_30, sizeof file_30},
    {"tools-definitions/code-lists/reason-place-change.xml", file_31, sizeof file_31},
    {"tools-definitions/code-lists/reason-placed-ceased.xml", file_32, sizeof file_32},
    {"tools-definitions/code-lists/referral-source.xml", file_33, sizeof file_33},
    {"tools-definitions/code-lists/review-code.xml", file_34, sizeof file_34},
    {"tools-definitions/code-lists/sdq-reason.xml", file_35, sizeof file_35},
    {"tools-definitions/code-lists/sex.xml", file_36, sizeof file_36},
    {"tools-definitions/code-lists/short-notice-reason.xml", file_37, sizeof file_37},
    {"tools-definitions/code-lists/social-worker-change.xml", file_38, sizeof file_38},
    {"tools-definitions/code-lists/upn-unknown.xml", file_39, sizeof file_39},
    {"tools-definitions/code-lists/yes-no.xml", file_40, sizeof file_40},
    {"tools-definitions/common-words.xml", file_41, sizeof file_41},
    {"tools-definitions/comparison.xml", file_42, sizeof file_42},
    {"tools-definitions/event-categories.xml", file_43, sizeof file_43},
    {"tools-definitions/extracts/annex-a.xml", file_44, sizeof file_44},
    {"tools-definitions/extracts/cin-census.xml", file_45, sizeof file_45},
    {"tools-definitions/extracts/ssd.xml", file_46, sizeof file_46},
    {"tools-definitions/extracts/ssda903.xml", file_47, sizeof file_47},
    {"tools-definitions/headings.xml", file_48, sizeof file_48},
    {"tools-definitions/named-dates.xml", file_49, sizeof file_49},
    {"tools-definitions/schema/tool.xsd", file_50, sizeof file_50},
    {"tools-definitions/tools/README.md", file_51, sizeof file_51},
    {"tools-definitions/tools/capacity-to-change.xml", file_52, sizeof file_52},
    {"tools-definitions/tools/child-voice.xml", file_53, sizeof file_53},
    {"tools-definitions/tools/distance-travelled.xml", file_54, sizeof file_54},
    {"tools-definitions/tools/early-help-assessment.xml", file_55, sizeof file_55},
    {"tools-definitions/tools/graded-care-adolescent.xml", file_56, sizeof file_56},
    {"tools-definitions/tools/graded-care-antenatal.xml", file_57, sizeof file_57},
    {"tools-definitions/tools/graded-care.xml", file_58, sizeof file_58},
    {"tools-definitions/tools/lived-experience.xml", file_59, sizeof file_59},
    {"tools-definitions/tools/multi-agency-audit.xml", file_60, sizeof file_60},
    {"tools-definitions/tools/neglect-screen.xml", file_61, sizeof file_61},
    {"tools-definitions/tools/practitioner-confidence.xml", file_62, sizeof file_62},
    {"tools-definitions/tools/practitioner-feedback.xml", file_63, sizeof file_63},
    {"tools-definitions/tools/safety-scale.xml", file_64, sizeof file_64},
};

const struct built_in_file *built_in_files(size_t *count) {
    *count = sizeof files / sizeof files[0];
    return files;
}

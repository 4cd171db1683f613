import CareTools

/// One `enableWhen` of FHIR R4: a test of the answer to one question.
///
/// Source: https://hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.item.enableWhen
struct EnableTest: Hashable {
    /// The `linkId` of the question.
    let question: String
    /// What is asked of its answer.
    let kind: Kind

    /// What is asked of an answer.
    enum Kind: Hashable {
        /// Whether there is one.
        case exists(Bool)
        /// Whether it is this option, or, where not equal, that none is.
        case isCode(String, system: String, equal: Bool)
        /// How it stands to a number.
        case compares(Comparison, ExactNumber, isWhole: Bool)
    }

    /// How a number stands to another.
    enum Comparison: String, Hashable {
        case atLeast = ">="
        case atMost = "<="
        case above = ">"
        case below = "<"
    }
}

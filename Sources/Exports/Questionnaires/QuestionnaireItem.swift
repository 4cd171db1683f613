import CareTools
import DataFormats

/// One item of a Questionnaire.
struct QuestionnaireItem {
    let id: String
    let text: String?
    var type: Kind
    var isRequired = false
    var repeats = false
    /// The most instances.
    var most: Int?
    var lowest: ExactNumber?
    var highest: ExactNumber?
    var places: Int?
    var options: [Option] = []
    var enableWhen: [EnableTest] = []
    var enableBehavior = "all"
    var children: [JSONValue] = []

    init(_ id: String, _ text: String?, _ type: Kind) {
        self.id = id
        self.text = text
        self.type = type
    }

    /// What can be answered.
    ///
    /// Source: https://hl7.org/fhir/R4/valueset-item-type.html
    enum Kind: String {
        case group, display, choice, string, text, date, integer, decimal
    }

    /// One option.
    struct Option {
        let code: String
        let system: String
        let display: String
        var value: ExactNumber?
        var standsAlone = false

        /// The option with its value and with the word that it excludes the others.
        ///
        /// Source: https://hl7.org/fhir/R4/extension-questionnaire-optionexclusive.html
        fileprivate var json: JSONValue {
            let ordinal: JSONValue.Member? = value.map {
                .init(
                    "extension",
                    .array([
                        .object([
                            .init("url", .string("http://hl7.org/fhir/StructureDefinition/ordinalValue")),
                            .init("valueDecimal", .decimal($0.description)),
                        ])
                    ])
                )
            }
            let coding: [JSONValue.Member?] = [
                ordinal, .init("system", .string(system)), .init("code", .string(code)),
                .init("display", .string(display)),
            ]
            var members: [JSONValue.Member] = [.init("valueCoding", .object(coding.compactMap(\.self)))]
            if standsAlone {
                let url = "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive"
                let exclusive = JSONValue.object([.init("url", .string(url)), .init("valueBoolean", .bool(true))])
                members.insert(.init("extension", .array([exclusive])), at: 0)
            }
            return .object(members)
        }
    }

    /// The item in the order of the members that FHIR has.
    var json: JSONValue {
        var members: [JSONValue.Member] = []
        let extensions = extensions
        if !extensions.isEmpty { members.append(.init("extension", .array(extensions))) }
        members.append(.init("linkId", .string(id)))
        if let text { members.append(.init("text", .string(text))) }
        members.append(.init("type", .string(type.rawValue)))
        if !enableWhen.isEmpty { members.append(.init("enableWhen", .array(enableWhen.map(\.json)))) }
        if enableWhen.count > 1 { members.append(.init("enableBehavior", .string(enableBehavior))) }
        if isRequired { members.append(.init("required", .bool(true))) }
        if repeats { members.append(.init("repeats", .bool(true))) }
        if !options.isEmpty { members.append(.init("answerOption", .array(options.map(\.json)))) }
        if !children.isEmpty { members.append(.init("item", .array(children))) }
        return .object(members)
    }

    /// How options are best shown: all at once, to be ticked, or one to be picked; a long list as it comes.
    private var control: JSONValue? {
        guard type == .choice, repeats || options.count <= Self.mostButtons else { return nil }
        return .object([
            .init("system", .string("http://hl7.org/fhir/questionnaire-item-control")),
            .init("code", .string(repeats ? "check-box" : "radio-button")),
        ])
    }

    private static let mostButtons = 12

    /// What FHIR says of an item by extensions.
    ///
    /// Source: https://hl7.org/fhir/R4/questionnaire-profiles.html
    private var extensions: [JSONValue] {
        func made(_ name: String, _ type: String, _ value: JSONValue) -> JSONValue {
            .object([
                .init("url", .string("http://hl7.org/fhir/StructureDefinition/\(name)")), .init("value\(type)", value),
            ])
        }
        let number = type == .integer ? "Integer" : "Decimal"
        return [
            most.map { made("questionnaire-maxOccurs", "Integer", .number($0)) },
            lowest.map { made("minValue", number, .decimal($0.description)) },
            highest.map { made("maxValue", number, .decimal($0.description)) },
            places.map { made("maxDecimalPlaces", "Integer", .number($0)) },
            control.map {
                made("questionnaire-itemControl", "CodeableConcept", .object([.init("coding", .array([$0]))]))
            },
        ].compactMap(\.self)
    }
}

extension EnableTest {
    fileprivate var json: JSONValue {
        let (sign, answer): (String, JSONValue.Member) =
            switch kind {
            case .exists(let wanted): ("exists", .init("answerBoolean", .bool(wanted)))
            case .isCode(let code, let system, let equal):
                (
                    equal ? "=" : "!=",
                    .init("answerCoding", .object([.init("system", .string(system)), .init("code", .string(code))]))
                )
            case .compares(let comparison, let number, let isWhole):
                (
                    comparison.rawValue,
                    .init(isWhole ? "answerInteger" : "answerDecimal", .decimal(number.description))
                )
            }
        return .object([.init("question", .string(question)), .init("operator", .string(sign)), answer])
    }
}

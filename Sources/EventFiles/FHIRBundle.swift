import DataFormats
import Diagnostics
import ImpactChronology

/// Reads an FHIR R4 Bundle: patients, encounters, immunisations, appointments and conditions.
///
/// Source: https://hl7.org/fhir/R4/bundle.html
struct FHIRBundle {
    private(set) var children: [ExtractChild] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// What the file holds where it is no Bundle, such as "Questionnaire".
    private(set) var otherResource: String?
    private let file: SourceFile
    private let categories: EventCategories
    private var rows: [Table.Row] = []
    private var refused: [(cells: [TableCell], reason: Diagnostic)] = []
    /// The identifiers of patients by every way in which a reference can name them.
    private var patients: [String: String] = [:]

    init(in file: SourceFile, categories: EventCategories) {
        self.file = file
        self.categories = categories
    }

    private static let fields: [Field] = [
        .date, .endDate, .child, .agency, .source, .category, .event, .outcome, .reference, .recorded,
    ]

    /// The events; none where the file is no Bundle.
    var tables: [Table] {
        guard otherResource == nil, !rows.isEmpty || !refused.isEmpty else { return [] }
        let headings = Self.fields.map(\.rawValue)
        return [
            Table(
                file: file,
                part: nil,
                mapping: TableMapping(
                    kind: .events,
                    headings: headings,
                    columns: Dictionary(
                        Self.fields.enumerated().map { ($1, $0) },
                        uniquingKeysWith: { first, _ in first }
                    )
                ),
                headings: headings,
                rows: rows,
                refused: refused,
                fault: nil,
                isExtract: true
            )
        ]
    }

    /// Reads the file.
    mutating func read(_ bytes: [UInt8]) {
        do throws(JSONFault) {
            read(try JSONNode(parsing: bytes))
        } catch {
            diagnostics.append(
                Diagnostic(
                    id: "json.faulty",
                    severity: .error,
                    summary: "\(error.message); nothing of the file is read",
                    place: Place(path: file.name, line: error.line, column: error.column)
                )
            )
        }
    }

    private mutating func read(_ root: JSONNode) {
        let type = root.text("resourceType") ?? ""
        guard type == "Bundle" else {
            otherResource = "fhir"
            let name = type.utf8.count <= 40 ? type : "resource"
            return find("fhir.noBundle", .warning, "an FHIR \(name), not a Bundle; it holds no events", root)
        }
        let entries = root.member("entry")?.elements ?? []
        for entry in entries { readPatient(entry) }
        var others: [String: Int] = [:]
        for entry in entries {
            guard let resource = entry.member("resource"), let type = resource.text("resourceType") else {
                find("fhir.entry.noResource", .warning, "an entry of the Bundle holds no resource", entry)
                continue
            }
            switch type {
            case "Patient": break
            case "Encounter": readEncounter(resource)
            case "Immunization": readImmunization(resource)
            case "Appointment": readAppointment(resource)
            case "Condition": readCondition(resource)
            default: others[type, default: 0] += 1
            }
        }
        if rows.isEmpty, refused.isEmpty { find("fhir.noEvents", .error, "the Bundle holds no events", root) }
        guard !others.isEmpty else { return }
        let list = others.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
        find("fhir.resources.notRead", .note, "resources that are no events here are not read: \(list)", root)
    }

    // MARK: Patients

    private mutating func readPatient(_ entry: JSONNode) {
        guard let resource = entry.member("resource"), resource.text("resourceType") == "Patient" else { return }
        guard let id = resource.text("id") ?? entry.text("fullUrl") else {
            return find("fhir.patient.noIdentifier", .warning, "a patient has no identifier", resource)
        }
        for name in [id, "Patient/\(id)", entry.text("fullUrl") ?? "", "urn:uuid:\(id)"] where !name.isEmpty {
            patients[name] = id
        }
        var child = ExtractChild(id: id)
        let name = resource.member("name")?.elements.first
        let parts =
            (name?.member("given")?.elements ?? []).compactMap { $0.string?.nonBlank }
            + [name?.text("family")].compactMap(\.self)
        child.name = name?.text("text") ?? parts.joined(separator: " ").nonBlank
        child.alsoKnownAs = (resource.member("identifier")?.elements ?? []).compactMap { $0.text("value") }
            .filter { $0 != id }
        func date(_ member: String) -> (text: String, place: Place)? {
            resource.text(member).map { ($0, Place(path: file.name, line: resource.member(member)?.line)) }
        }
        child.birth = date("birthDate")
        child.death = date("deceasedDateTime")
        children.append(child)
    }

    /// The identifier of the patient whom a reference names; `nil` where it names somebody else, or nobody.
    ///
    /// A patient who is not in the Bundle is known by the reference alone.
    private mutating func patient(_ reference: JSONNode?, isAlwaysPatient: Bool = true) -> String? {
        guard let reference, let text = reference.text("reference") else { return nil }
        if let id = patients[text] { return id }
        var parts = text.split(separator: "/")
        if let version = parts.firstIndex(of: "_history") { parts.removeSubrange(version...) }
        // A reference to another server ends with the type and the identifier.
        if parts.count > 1, parts[parts.count - 2] == "Patient" {
            let name = parts.suffix(2).joined(separator: "/")
            return patients[name] ?? absent(String(parts[parts.count - 1]), named: name)
        }
        guard isAlwaysPatient, text.hasPrefix("urn:uuid:") else { return nil }
        return absent(String(text.dropFirst("urn:uuid:".count)), named: text)
    }

    private mutating func absent(_ id: String, named name: String) -> String? {
        guard !id.isEmpty else { return nil }
        patients[name] = id
        children.append(ExtractChild(id: id))
        return id
    }

    // MARK: Events

    private mutating func readEncounter(_ resource: JSONNode) {
        let status = resource.text("status") ?? ""
        let words =
            switch status {
            case "cancelled": "Health contact cancelled"
            case "planned": "Health contact planned"
            default: "Health contact"
            }
        let what = Self.words(
            of: (resource.member("type")?.elements ?? []) + [resource.member("serviceType")].compactMap(\.self)
        )
        let reasons = Self.words(of: resource.member("reasonCode")?.elements ?? [])
        let period = resource.member("period")
        add(
            resource,
            code: "Encounter",
            what: words + (what.isEmpty ? "" : ": \(what)") + (reasons.isEmpty ? "" : "; reason: \(reasons)"),
            date: period?.text("start"),
            end: period?.text("end"),
            child: patient(resource.member("subject")),
            source: resource.member("serviceProvider")?.text("display"),
            status: status
        )
    }

    private mutating func readImmunization(_ resource: JSONNode) {
        let status = resource.text("status") ?? ""
        let isGiven = status != "not-done"
        let reasons = [resource.member("statusReason")].compactMap(\.self)
        let reason = Self.words(of: reasons)
        // A child who is immune, or may not have the vaccine, has missed nothing.
        let isNeedless = ["IMMUNE", "MEDPREC"].contains(reasons.compactMap { Self.code($0) }.first)
        add(
            resource,
            code: isGiven ? "Immunization" : isNeedless ? "" : "Immunization/not-done",
            what: (isGiven ? "Immunisation given" : "Immunisation not given") + ": "
                + Self.words(of: [resource.member("vaccineCode")].compactMap(\.self))
                + (reason.isEmpty ? "" : "; reason: \(reason)"),
            date: resource.text("occurrenceDateTime") ?? resource.text("occurrenceString"),
            child: patient(resource.member("patient")),
            source: resource.member("location")?.text("display"),
            status: status,
            recorded: resource.text("recorded")
        )
    }

    private mutating func readAppointment(_ resource: JSONNode) {
        let status = resource.text("status") ?? ""
        let words =
            switch status {
            case "noshow": "Was not brought to appointment"
            case "fulfilled", "arrived", "checked-in": "Appointment attended"
            case "cancelled": "Appointment cancelled"
            case "waitlist": "Waiting for an appointment"
            default: "Appointment booked"
            }
        let participants = (resource.member("participant")?.elements ?? []).compactMap { $0.member("actor") }
        let what =
            resource.text("description")
            ?? Self.words(
                of: (resource.member("serviceType")?.elements ?? []) + (resource.member("reasonCode")?.elements ?? [])
            )
        let reason = Self.words(of: [resource.member("cancelationReason")].compactMap(\.self))
        let patients = participants.compactMap { actor in
            patient(actor, isAlwaysPatient: false).map { (id: $0, actor: actor) }
        }
        let others = participants.filter { actor in !patients.contains { $0.actor == actor } }
        // Brothers and sisters may share one appointment: a row for each, at the place where the child is named.
        for (index, one) in (patients.isEmpty ? [nil] : patients.map(Optional.some)).enumerated() {
            add(
                resource,
                code: status == "noshow" || status == "cancelled" ? "Appointment/\(status)" : "Appointment",
                what: words + (what.isEmpty ? "" : ": \(what)") + (reason.isEmpty ? "" : "; reason: \(reason)"),
                date: resource.text("start"),
                child: one?.id,
                source: others.compactMap { $0.text("display") }.first,
                status: status,
                recorded: resource.text("created"),
                at: index == 0 ? nil : one?.actor
            )
        }
    }

    private mutating func readCondition(_ resource: JSONNode) {
        let status = Self.code(resource.member("verificationStatus"))
        let onset =
            resource.text("onsetDateTime") ?? resource.member("onsetPeriod")?.text("start")
            ?? resource.text("onsetString")
        let clinical = Self.code(resource.member("clinicalStatus"))
        add(
            resource,
            code: "Condition",
            what: (onset == nil ? "Condition recorded" : "Condition began") + ": "
                + Self.words(of: [resource.member("code")].compactMap(\.self))
                + (status == "unconfirmed" || status == "provisional" || status == "differential"
                    ? "; \(status ?? "")" : ""),
            date: onset ?? resource.text("recordedDate"),
            end: resource.text("abatementDateTime"),
            child: patient(resource.member("subject")),
            source: nil,
            status: status ?? "",
            outcome: clinical,
            recorded: resource.text("recordedDate")
        )
    }

    private mutating func add(
        _ resource: JSONNode,
        code: String,
        what: String,
        date: String?,
        end: String? = nil,
        child: String?,
        source: String?,
        status: String,
        outcome: String? = nil,
        recorded: String? = nil,
        at place: JSONNode? = nil
    ) {
        let place = place ?? resource
        let type = resource.text("resourceType") ?? ""
        let isOneDay = end?.prefix(10) == date?.prefix(10)
        let category = categories.category(of: EventCategory.Code(system: "fhir", value: code))?.label
        let texts = Self.fields.map { field -> String? in
            switch field {
            case .date: date
            case .endDate: isOneDay ? nil : end
            case .child: child
            case .agency: "Health"
            case .source: source ?? "health record"
            case .category: category
            case .event: what
            case .outcome: outcome
            case .reference: resource.text("id").map { "\(type)/\($0)" }
            default: recorded
            }
        }
        let cells = texts.map { TableCell(text: $0 ?? "", line: place.line, column: place.column) }
        guard status == "entered-in-error" || status == "refuted" else { return rows.append(.cells(cells)) }
        let reason = Diagnostic(
            id: "fhir.notFact",
            severity: .error,
            summary: "the record itself says that it is \(status == "refuted" ? "refuted" : "entered in error")",
            place: Place(path: file.name, line: place.line, column: place.column)
        )
        refused.append((cells, reason))
    }

    // MARK: Concepts

    /// The text of coded concepts: the text of each, else the display of its first coding, else its code.
    private static func words(of concepts: [JSONNode]) -> String {
        concepts.compactMap { concept in
            let coding = concept.member("coding")?.elements ?? []
            return concept.text("text") ?? coding.compactMap { $0.text("display") }.first
                ?? coding.compactMap { $0.text("code") }.first
        }.joined(separator: ", ")
    }

    private static func code(_ concept: JSONNode?) -> String? {
        concept?.member("coding")?.elements.compactMap { $0.text("code") }.first ?? concept?.string?.nonBlank
    }

    private mutating func find(_ id: String, _ severity: Severity, _ summary: String, _ node: JSONNode) {
        diagnostics.append(
            Diagnostic(id: id, severity: severity, summary: summary, place: Place(path: file.name, line: node.line))
        )
    }
}

extension JSONNode {
    /// The text of a member that is a string; `nil` for anything else.
    fileprivate func text(_ name: String) -> String? {
        member(name)?.string?.nonBlank
    }
}

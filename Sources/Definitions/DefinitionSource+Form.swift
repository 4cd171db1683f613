import Diagnostics

extension DefinitionSource {
    /// Returns the style sheet of forms.
    ///
    /// - Throws: ``DefinitionFaults`` when it is no valid UTF-8.
    public func formStyle() throws(DefinitionFaults) -> String { try text(at: "exports/styles/form.css") }

    /// Returns the script of forms, which is always the built-in one: what runs in a form is no definition.
    ///
    /// - Throws: ``DefinitionFaults`` when it is no valid UTF-8.
    public func formScript() throws(DefinitionFaults) -> String {
        try DefinitionSource().text(at: "exports/scripts/form.js")
    }

    private func text(at path: String) throws(DefinitionFaults) -> String {
        guard let text = String(validating: try bytes(at: path), as: UTF8.self) else {
            throw DefinitionFaults([
                Diagnostic(
                    id: "definition.text",
                    severity: .error,
                    summary: "the file is not UTF-8",
                    place: Place(path: path)
                )
            ])
        }
        return text
    }
}

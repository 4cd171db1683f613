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
}

extension Help {
    /// The options of `form`.
    static let form = """
        The form is one file that needs nothing else: open it with a double click, without a network. It asks only what
        applies, scores while it is filled in, says what is not known yet, and saves drafts and completed answers as a file
        (FHIR R4 QuestionnaireResponse) that it can open again and 'score' reads. It can be printed, filled in or empty.

        TOOL is the id of a tool; 'child-impact tools' lists them.

        Options:
          -o, --output FILE     the form to write; its name ends with .html
          --tool-version V      this version of the tool; the latest that is for use if not given
          --definitions DIR     tools in place of the built-in ones, or beside them
          --exports DIR         styles in place of the built-in ones; styles/form.css is that of forms
          --force               write over a file that child-impact did not make
          -h, --help            this text

        Examples:
          child-impact form neglect-screen -o neglect-screen.html
          child-impact form our-tool --definitions our-definitions -o our-tool.html

        """
}

extension Help {
    /// The options of `assess`.
    static let assess = """
        Asks only what applies with the answers so far. Type the key that stands before an option, its code or its words; for
        anything else what is asked for. b goes back, s skips, ? says what the options mean here, - takes an answer away, q saves
        and stops. Every answer is saved at once in FILE.json as a FHIR R4 QuestionnaireResponse; while it is a draft, the
        same command goes on with it. Lines that are piped in are taken as if they were typed: questions go to standard error,
        the path and the result to standard output.

        Options:
          -o, --output FILE     where to save the answers; its name ends with .json
          --tool-version NAME   the version of the tool; the latest that is for use if not given
          --overrides           ask at the end for other values in place of scores, with reasons
          --as-of DATE          the day after which nothing can have happened; today if not given
          --force               begin anew, over answers that are there
          --definitions DIR     definitions in place of the built-in ones, or beside them
          -h, --help            this text

        Examples:
          child-impact assess neglect-screen -o screen.json
          child-impact assess safety-scale -o scale.json < lines.txt

        """
}

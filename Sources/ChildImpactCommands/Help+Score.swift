extension Help {
    /// The options of `score`.
    static let score = """
        Options:
          -h, --help            this text

        """
}

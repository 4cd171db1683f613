extension Help {
    /// The options of `assess`.
    static let assess = """
        Options:
          -h, --help            this text

        """
}

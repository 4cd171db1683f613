extension Help {
    /// The options of `tools`.
    static let tools = """
        Options:
          -h, --help            this text

        """
}

extension Help {
    /// The options of `form`.
    static let form = """
        Options:
          -h, --help            this text

        """
}

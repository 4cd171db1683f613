import ChildImpactCommands

Tool.prepareProcess()
let outcome = Tool.run(
    Array(CommandLine.arguments.dropFirst()),
    today: Today.inLondon(),
    environment: Environment.value(of:)
)
Tool.exit(with: outcome.print())

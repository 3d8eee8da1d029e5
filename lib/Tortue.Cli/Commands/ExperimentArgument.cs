using System.CommandLine;

namespace Tortue.Cli.Commands;

/// <summary>The name of an experiment on a command line.</summary>
internal static class ExperimentArgument
{
    /// <summary>Makes the argument for one command.</summary>
    /// <param name="services">Whose experiments are offered for completion.</param>
    /// <param name="arity">Whether it can be left out.</param>
    public static Argument<string?> Create(CommandServices services, ArgumentArity arity)
    {
        var argument = new Argument<string?>("name")
        {
            Description = CommandsText.ExperimentName,
            Arity = arity,
            Validators = { ParseErrorText.RefuseUnknownOptions },
        };
        argument.CompletionSources.Add([.. services.Experiments.Select(experiment => experiment.Name)]);
        return argument;
    }
}

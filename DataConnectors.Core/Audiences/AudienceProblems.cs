using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Audiences;

/// <summary>Sorts problems.</summary>
internal static class AudienceProblems
{
    /// <summary>Those that must be mended; a warning refuses nothing.</summary>
    public static List<Problem> Errors(this IReadOnlyList<Problem> problems) =>
        [.. problems.Where(problem => problem.Severity == ProblemSeverity.Error)];
}

namespace DataConnectors.Core.Kernel;

/// <summary>Why a command was not carried out: the closed set of ways in which that is expected.</summary>
public enum FaultKind
{
    /// <summary>What was sent breaks a rule; see <see cref="Fault.Problems"/>.</summary>
    Invalid,

    /// <summary>There is no such thing.</summary>
    NotFound,

    /// <summary>The teammate lacks the permission "Can access developer hub".</summary>
    Forbidden,

    /// <summary>Somebody else changed it since it was read, or its state does not allow the command.</summary>
    Conflict,

    /// <summary>Something else needs it as it is.</summary>
    InUse,

    /// <summary>Nothing was done, for a reason that passes by itself: the same can be asked again soon.</summary>
    Unavailable,
}

/// <summary>The expected failure of a command.</summary>
/// <param name="Kind">Which way it failed.</param>
/// <param name="Message">A sentence that may be shown: what happened and what to do.</param>
public sealed record Fault(FaultKind Kind, string Message)
{
    /// <summary>Every broken rule at once; empty unless <see cref="Kind"/> is <see cref="FaultKind.Invalid"/>.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>A fault for an id that names nothing.</summary>
    public static Fault NotFound(string what) =>
        new(FaultKind.NotFound, $"This {what} does not exist, or was deleted.");

    /// <summary>A fault for a teammate without the permission.</summary>
    public static Fault Forbidden() =>
        new(
            FaultKind.Forbidden,
            "You need the permission \"Can access developer hub\" to do this. Ask an admin to give it to you."
        );

    /// <summary>A fault for something changed or forbidden by its present state.</summary>
    public static Fault Conflict(string message) => new(FaultKind.Conflict, message);

    /// <summary>A fault for something that others need.</summary>
    /// <param name="message">Names them, and says what to do there.</param>
    public static Fault InUse(string message) => new(FaultKind.InUse, message);

    /// <summary>A fault for something that cannot be done just now, and of which nothing was done.</summary>
    public static Fault Unavailable(string message) => new(FaultKind.Unavailable, message);

    /// <summary>A fault that carries every broken rule.</summary>
    public static Fault Invalid(IReadOnlyList<Problem> problems) =>
        new(
            FaultKind.Invalid,
            problems.Count == 1 ? problems[0].Message : $"{problems.Count} problems need attention."
        )
        {
            Problems = problems,
        };

    /// <summary>A fault for one field.</summary>
    public static Fault Invalid(string path, string message) =>
        Invalid([new Problem(path, message)]);
}

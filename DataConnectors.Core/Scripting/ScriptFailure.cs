namespace DataConnectors.Core.Scripting;

/// <summary>The ways in which a script is expected to fail.</summary>
public enum ScriptFailureKind
{
    /// <summary>This machine has no interpreter, or none that can be contained. Nothing ran.</summary>
    Unavailable,

    /// <summary>The code does not compile.</summary>
    Syntax,

    /// <summary>There is no function <c>transform</c>, or it does not take one or two arguments.</summary>
    MissingFunction,

    /// <summary>The code raised an error.</summary>
    Raised,

    /// <summary>It did not end in time and was killed.</summary>
    TimedOut,

    /// <summary>It wanted more memory than it may have.</summary>
    OutOfMemory,

    /// <summary>Its process ended without a result: it exited, crashed, or did what the sandbox forbids.</summary>
    Ended,

    /// <summary>It returned what JSON cannot carry: infinity, a cycle, an object of no JSON type, too many levels.</summary>
    NotJson,

    /// <summary>It returned more than <see cref="ScriptLimits.MaxResultBytes"/>.</summary>
    TooLarge,
}

/// <summary>Why a script gave no result.</summary>
/// <param name="Kind">Which way.</param>
/// <param name="Message">
/// A sentence for the admin: what happened and how to mend it. It holds no path of this machine and nothing of its environment; the
/// error's own text may quote values of the answer, so where fields are redacted <see cref="Summary"/> is stored instead.
/// </param>
/// <param name="Line">The line of the admin's code, from 1; null when no line is to blame.</param>
public sealed record ScriptFailure(ScriptFailureKind Kind, string Message, int? Line = null)
{
    /// <summary>The same without any text of the error itself, such as <c>ValueError on line 3</c>; null when <see cref="Message"/> has none.</summary>
    public string? Summary { get; init; }

    /// <summary>What was printed and used until then.</summary>
    public ScriptReport Report { get; init; } = ScriptReport.Empty;
}

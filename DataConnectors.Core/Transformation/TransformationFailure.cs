namespace DataConnectors.Core.Transformation;

/// <summary>Why an answer could not be read.</summary>
/// <param name="Message">A sentence that may be shown: what was met, where, and what was expected. It never quotes the answer.</param>
public sealed record TransformationFailure(string Message)
{
    /// <summary>The line where reading stopped, from 1; null when there is no such place.</summary>
    public int? Line { get; init; }

    /// <summary>The column in that line, from 1, in bytes; null when there is no such place.</summary>
    public int? Column { get; init; }

    /// <summary>Whether it is nested deeper than is read, so that reading it as something else would not help.</summary>
    internal bool IsTooDeep { get; init; }

    internal static TransformationFailure TooDeep(int line, int column) =>
        new(
            $"The answer is nested more than {ResponseParser.MaxDepth} levels deep, the most that is read, at line {line}, column {column}."
        )
        {
            Line = line,
            Column = column,
            IsTooDeep = true,
        };
}

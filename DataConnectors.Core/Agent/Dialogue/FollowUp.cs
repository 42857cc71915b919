using System.Text.RegularExpressions;
using DataConnectors.Core.Agent.Extracting;
using DataConnectors.Core.Agent.Language;
using DataConnectors.Core.Connectors;

namespace DataConnectors.Core.Agent.Dialogue;

/// <summary>Reads "and 1044?", or just "1044", after an answer: the same question of another value.</summary>
internal static partial class FollowUp
{
    /// <summary>The values to ask the same with; empty when the message is something else.</summary>
    public static IReadOnlyDictionary<string, string> Read(
        string message,
        IReadOnlyList<DataInput> inputs,
        IReadOnlyDictionary<string, string> known,
        DateOnly today
    )
    {
        var given = inputs.Where(input => known.ContainsKey(input.Name)).ToList();
        if (given.Count != 1 || Pattern().Match(message.Trim()) is not { Success: true } match)
        {
            return new Dictionary<string, string>(StringComparer.Ordinal);
        }

        var rest = match.Groups["rest"].Value.TrimEnd('?', '.', '!', ' ');
        var isValue =
            InputExtractor.Extract(rest, given, today).TryGetValue(given[0].Name, out var value)
            || (
                rest.Any(char.IsDigit)
                && !rest.Any(char.IsWhiteSpace)
                && (value = AskedInput.Read(rest, given[0], today)) is not null
            );
        return
            isValue
            && !string.Equals(value, known[given[0].Name], StringComparison.OrdinalIgnoreCase)
            ? new Dictionary<string, string>(StringComparer.Ordinal) { [given[0].Name] = value! }
            : new Dictionary<string, string>(StringComparer.Ordinal);
    }

    [GeneratedRegex(
        @"^(and|what about|how about|and what about|and how about|same for|also)\s+(for\s+|with\s+)?(?<rest>[^?]{1,60}\??)$|^(?<rest>#?\w*\d[\w/-]*)[.!?]*$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Pattern();
}

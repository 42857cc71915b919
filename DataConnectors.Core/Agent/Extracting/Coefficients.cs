using System.Globalization;
using System.Text.RegularExpressions;

namespace DataConnectors.Core.Agent.Extracting;

/// <summary>Reads a, b and c out of a polynomial: "2x^2 + 5x - 3".</summary>
internal static partial class Coefficients
{
    /// <summary>The coefficient that the input names, when the message holds a quadratic.</summary>
    public static IEnumerable<Proposal> Propose(ReadingContext context, InputTraits traits)
    {
        if (traits.Input.Name is not ("a" or "b" or "c" or "A" or "B" or "C"))
        {
            yield break;
        }

        var match = Quadratic().Match(context.Message.Text);
        if (!match.Success)
        {
            yield break;
        }

        var value = traits.Input.Name switch
        {
            "a" or "A" => Read(match.Groups["a"].Value, isFactor: true),
            "b" or "B" => match.Groups["bx"].Success
                ? Read(match.Groups["b"].Value, isFactor: true)
                : 0,
            _ => match.Groups["c"].Success ? Read(match.Groups["c"].Value, isFactor: false) : 0,
        };
        yield return new Proposal(
            match.Index,
            match.Index,
            value.ToString(CultureInfo.InvariantCulture),
            Score: 9
        );
    }

    private static decimal Read(string text, bool isFactor)
    {
        var bare = text.Replace(" ", "", StringComparison.Ordinal)
            .Replace('−', '-')
            .TrimStart('+')
            .TrimEnd('*');
        return bare switch
        {
            "" when isFactor => 1,
            "-" when isFactor => -1,
            _ => decimal.TryParse(
                bare,
                NumberStyles.Float,
                CultureInfo.InvariantCulture,
                out var value
            )
                ? value
                : 0,
        };
    }

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}])(?<a>[\-−]? ?\d*\.?\d* ?\*?) ?[xX](?:\^2|²|\*\*2)(?: ?(?<bx>(?<b>[+\-−] ?\d*\.?\d* ?\*?) ?[xX](?![\^\p{L}\p{N}²*])))?(?: ?(?<c>[+\-−] ?\d+\.?\d*)(?! ?\*? ?[xX]))?",
        RegexOptions.None,
        10_000
    )]
    private static partial Regex Quadratic();
}

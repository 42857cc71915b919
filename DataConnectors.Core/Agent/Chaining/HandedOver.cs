using System.Text.RegularExpressions;
using DataConnectors.Core.Agent.Choosing;

namespace DataConnectors.Core.Agent.Chaining;

/// <summary>
/// Tells what is asked for from what is only handed over. "Show my invoices, my email is ada@example.com" asks for invoices; that some other
/// connector takes an email makes it a step on the way, not the answer.
/// </summary>
internal static partial class HandedOver
{
    /// <summary>
    /// The ranking by what is asked for alone, where the best of <paramref name="ranking"/> has nothing to do with that; else
    /// <paramref name="ranking"/>.
    /// </summary>
    public static Ranking SetAside(
        string message,
        Ranking ranking,
        IReadOnlyList<AgentCandidate> candidates
    )
    {
        if (ranking.Best is not { } best)
        {
            return ranking;
        }

        var asked = Value().Replace(message, "").Trim();
        if (asked.Length is 0 || asked.Length == message.Length)
        {
            return ranking;
        }

        var byRequest = ConnectorChooser.Rank(asked, candidates);
        return
            byRequest.Best is not null
            && byRequest.ScoreOf(best.ConnectorId) < ConnectorChooser.Threshold
            ? byRequest
            : ranking;
    }

    [GeneratedRegex(
        @"(^|[,.;!?]|\band\b)\s*(my|the|our)\s+(\w+\s+){1,3}is:?\s+[^\s,;!?]+",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Value();
}

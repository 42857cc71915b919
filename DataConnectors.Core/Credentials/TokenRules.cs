using DataConnectors.Core.Egress;
using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Credentials;

/// <summary>What must hold of a token before it is stored.</summary>
internal static class TokenRules
{
    private const int MaxValueLength = 8 * 1024;

    public static IReadOnlyList<Problem> Check(NewToken token)
    {
        var problems = new List<Problem>();
        if (string.IsNullOrWhiteSpace(token.Name))
        {
            problems.Add(new Problem("name", "Give the token a name, so that others find it."));
        }

        if (HeaderKeyFault(token.HeaderKey.Trim()) is { } headerKeyFault)
        {
            problems.Add(new Problem("headerKey", headerKeyFault));
        }

        if (token.Value.Length == 0)
        {
            problems.Add(new Problem("value", "Enter the token's value."));
        }
        else if (token.Value.Length > MaxValueLength)
        {
            problems.Add(new Problem("value", "A token's value has at most 8,192 characters."));
        }
        else if (!IsHeaderValue(token.Prefix) || !IsHeaderValue(token.Value.Open()))
        {
            problems.Add(
                new Problem(
                    "value",
                    "A header can carry printable ASCII only. Remove line breaks and other characters from prefix and value."
                )
            );
        }

        if (
            !string.IsNullOrWhiteSpace(token.Domain)
            && Uri.CheckHostName(token.Domain.Trim()) != UriHostNameType.Dns
        )
        {
            problems.Add(
                new Problem(
                    "domain",
                    "A domain is a host name such as api.example.com, without https:// and path."
                )
            );
        }

        return problems;
    }

    private static string? HeaderKeyFault(string key) =>
        key.Length == 0
            ? "Enter the header key that carries the token, such as Authorization or X-Api-Key."
            : HeaderRules.JudgeName(key)?.Message;

    private static bool IsHeaderValue(string value) =>
        value.All(character => character is >= ' ' and <= '~');
}

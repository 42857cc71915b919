using System.Collections.Frozen;
using DataConnectors.Core.Egress;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Templating;

namespace DataConnectors.Core.Connectors.Curl;

/// <summary>The headers of a cURL command: a later one replaces an earlier one, and those that look like credentials stand apart.</summary>
internal sealed class CurlHeaders
{
    private const string ContentType = "Content-Type";

    private static readonly FrozenSet<string> SecretNames = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Authorization",
        "Cookie",
        "X-Api-Key",
        "Api-Key",
        "ApiKey",
        "X-Auth-Token",
        "X-Access-Token",
        "Access-Token",
        "X-Token",
        "X-Auth-Key",
        "X-Api-Token",
        "Api-Token",
        "X-Shopify-Access-Token",
        "Private-Token",
        "Ocp-Apim-Subscription-Key"
    );

    private static readonly FrozenSet<string> Schemes = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Bearer",
        "Basic",
        "Token",
        "ApiKey",
        "Key"
    );

    private readonly List<HeaderField> fields = [];

    /// <summary>Those without a secret, and without those that the connection sets itself.</summary>
    public IReadOnlyList<HeaderField> Plain =>
        [
            .. fields.Where(header =>
                !SecretNames.Contains(header.Name)
                && HeaderRules.JudgeName(header.Name)
                    is not { Reason: HeaderRefusalReason.SetByTheConnection }
            ),
        ];

    /// <summary>Those that look like credentials.</summary>
    public IReadOnlyList<CurlSecretHeader> Secret =>
        [.. fields.Where(header => SecretNames.Contains(header.Name)).Select(ToSecret)];

    public bool Has(string name) => Find(name) is not null;

    public string? Find(string name) =>
        fields
            .FirstOrDefault(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?.Value;

    /// <summary>Sets a header; never wrong, so always null.</summary>
    public string? Set(string name, string value)
    {
        fields.RemoveAll(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        fields.Add(new HeaderField(name, value));
        return null;
    }

    /// <summary>Takes <c>Name: value</c>; <c>Name;</c> is a header without a value, <c>Name:</c> takes one away that cURL would add.</summary>
    public string? TakeLine(string line)
    {
        if (line.StartsWith('@'))
        {
            return "The cURL option -H reads headers from a file, which is not here. Write them out.";
        }

        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return line.EndsWith(';')
                ? Set(line[..^1].Trim(), "")
                : "A header of this command has no colon: write it as Name: value.";
        }

        var value = line[(colon + 1)..].Trim();
        return value.Length == 0 ? null : Set(line[..colon].Trim(), value);
    }

    /// <summary>Drops the content type where the body's format says the same.</summary>
    public void DropImplied(BodyFormat format)
    {
        var implied = format switch
        {
            BodyFormat.Json => "application/json",
            BodyFormat.Form => "application/x-www-form-urlencoded",
            _ => null,
        };
        fields.RemoveAll(field =>
            field.Name.Equals(ContentType, StringComparison.OrdinalIgnoreCase)
            && string.Equals(field.Value, implied, StringComparison.OrdinalIgnoreCase)
        );
    }

    private static CurlSecretHeader ToSecret(HeaderField field)
    {
        var space = field.Value.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && Schemes.Contains(field.Value[..space])
            ? new(
                field.Name,
                field.Value[..space],
                new SecretText(field.Value[(space + 1)..].TrimStart())
            )
            : new(field.Name, "", new SecretText(field.Value));
    }
}

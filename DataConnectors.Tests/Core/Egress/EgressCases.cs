using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace DataConnectors.Tests.Core.Egress;

/// <summary>One line of <c>egress-cases.tsv</c>, with the suffixes of its URL taken apart and every escape resolved.</summary>
/// <param name="Id">Its name, <c>family-number</c>.</param>
/// <param name="Url">The URL or its template.</param>
/// <param name="IsAllowed">Whether the call may go through.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record EgressCase(string Id, string Url, bool IsAllowed, string Reason)
{
    /// <summary>The part of the id before the number.</summary>
    public string Family => Id[..Id.LastIndexOf('-')];

    /// <summary>The method written before the URL; GET where none is.</summary>
    public string Method { get; init; } = "GET";

    /// <summary>The template after <c>body=</c>; null without one.</summary>
    public string? Body { get; init; }

    /// <summary>The template after <c>form=</c>; null without one.</summary>
    public string? Form { get; init; }

    /// <summary><c>@@</c>: what the resolver answers, one entry a lookup; the last one stays.</summary>
    public IReadOnlyList<EgressCaseLookup> Lookups { get; init; } = [];

    /// <summary><c>-&gt;</c>: the locations that the upstream redirects to, one after the other.</summary>
    public IReadOnlyList<string> Redirects { get; init; } = [];

    /// <summary><c>||</c>: the values of the placeholders in order; null for one that is missing.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> Values { get; init; } = [];

    /// <summary><c>^^</c>: a header; null without one.</summary>
    public (string Name, string Value)? Header { get; init; }

    /// <summary><c>&lt;-</c>: what the upstream answers, in words; null where they say nothing.</summary>
    public string? Upstream { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Id;
}

/// <summary>What one lookup answers.</summary>
/// <param name="Kind"><c>A</c> for addresses, else <c>NXDOMAIN</c>, <c>TIMEOUT</c> or <c>SELF</c>.</param>
/// <param name="Addresses">The A and AAAA answers in order; an alias (<c>CNAME</c>) is not one.</param>
public sealed record EgressCaseLookup(string Kind, IReadOnlyList<IPAddress> Addresses);

/// <summary>Reads the cases that every part of the way out is judged by.</summary>
public static partial class EgressCases
{
    /// <summary>All of them, in the order of the file.</summary>
    public static IReadOnlyList<EgressCase> Load()
    {
        using var file =
            typeof(EgressCases).Assembly.GetManifestResourceStream("egress-cases.tsv")
            ?? throw new InvalidOperationException("The cases are not embedded.");
        using var reader = new StreamReader(file);
        return
        [
            .. reader
                .ReadToEnd()
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Skip(1)
                .Select(line => Parse(line.TrimEnd('\r').Split('\t'))),
        ];
    }

    /// <summary>Those of some families, for a theory.</summary>
    public static TheoryData<string> Ids(params string[] families) =>
        [.. Load().Where(of => families.Contains(of.Family)).Select(of => of.Id)];

    /// <summary>One of them.</summary>
    public static EgressCase Get(string id) => Load().Single(of => of.Id == id);

    private static EgressCase Parse(string[] columns)
    {
        var suffixes = Suffix().Split(columns[1]);
        var parsed = new EgressCase(
            columns[0],
            Unescape(suffixes[0]),
            columns[2] == "allow",
            columns[3]
        );
        if (MethodAndBody().Match(suffixes[0]) is { Success: true } parts)
        {
            var template = Unescape(parts.Groups["template"].Value);
            parsed = parsed with
            {
                Method = parts.Groups["method"].Value,
                Url = Unescape(parts.Groups["url"].Value),
                Body = parts.Groups["kind"].Value == "body" ? template : null,
                Form = parts.Groups["kind"].Value == "form" ? template : null,
            };
        }

        for (var i = 1; i < suffixes.Length; i += 2)
        {
            var text = suffixes[i + 1];
            parsed = suffixes[i] switch
            {
                "@@" => parsed with { Lookups = [.. Then().Split(text).Select(ParseLookup)] },
                "->" => parsed with { Redirects = [.. parsed.Redirects, Unescape(text)] },
                "||" => parsed with { Values = ParseValues(text) },
                "^^" => parsed with { Header = ParseHeader(text) },
                _ => parsed with { Upstream = Unescape(text) },
            };
        }

        return parsed;
    }

    private static EgressCaseLookup ParseLookup(string text)
    {
        var addresses = new List<IPAddress>();
        var kind = "A";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = word.Split('=', 2);
            if (parts is ["A" or "AAAA", var list] && list != "SELF")
            {
                addresses.AddRange(list.Split(',').Select(IPAddress.Parse));
            }
            else if (parts[0] != "CNAME")
            {
                kind = parts[^1];
            }
        }

        return new(kind, addresses);
    }

    private static List<KeyValuePair<string, string?>> ParseValues(string text)
    {
        var names = ValueName().Matches(text);
        return
        [
            .. names.Select(
                (name, i) =>
                {
                    var end = i + 1 < names.Count ? names[i + 1].Index : text.Length;
                    var value = text[(name.Index + name.Length)..end];
                    return KeyValuePair.Create(
                        name.Groups["name"].Value,
                        value == "<missing>" ? null : Unescape(value)
                    );
                }
            ),
        ];
    }

    private static (string Name, string Value) ParseHeader(string text)
    {
        var parts = Unescape(text).Split(':', 2);
        return (parts[0], parts[1].Trim(' '));
    }

    private static string Unescape(string text) =>
        Escape()
            .Replace(
                text,
                match =>
                    match.Value[1] switch
                    {
                        'r' => "\r",
                        'n' => "\n",
                        't' => "\t",
                        '\\' => "\\",
                        _ => (
                            (char)
                                int.Parse(
                                    match.Value.AsSpan(2),
                                    NumberStyles.HexNumber,
                                    CultureInfo.InvariantCulture
                                )
                        ).ToString(),
                    }
            );

    [GeneratedRegex(@" (@@|->|\|\||\^\^|<-) ")]
    private static partial Regex Suffix();

    [GeneratedRegex(
        "^(?<method>[A-Z]+) (?<url>[^ ]+) (?<kind>body|form)=(?<template>.*)$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex MethodAndBody();

    [GeneratedRegex(" then(?:-after-idle)? ")]
    private static partial Regex Then();

    [GeneratedRegex(@"(?:^| )(?<name>[A-Za-z_]\w*)=", RegexOptions.ExplicitCapture)]
    private static partial Regex ValueName();

    [GeneratedRegex(@"\\(?:[rnt\\]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4})")]
    private static partial Regex Escape();
}

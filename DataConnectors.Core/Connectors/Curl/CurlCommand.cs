using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Connectors.Curl;

/// <summary>Reads cURL commands as people copy them from API documentation and from browsers.</summary>
public static class CurlCommand
{
    /// <summary>Whether the text is a cURL command rather than a URL; it may begin with the prompt of a shell.</summary>
    public static bool IsCurl(string text)
    {
        var command = WithoutPrompt(text);
        return NameOf(command) is { } name
            && (
                command.Length == name.Length
                || char.IsWhiteSpace(command[name.Length])
                || command[name.Length] == '\\'
            );
    }

    /// <summary>
    /// What the command says about the call. Options that only change how cURL prints or connects are passed over; one that would
    /// change the call and cannot be carried over is named in the failure, as <see cref="FaultKind.Invalid"/> at the path <c>url</c>.
    /// </summary>
    public static Outcome<CurlImport, Fault> Parse(string text)
    {
        if (!IsCurl(text))
        {
            return Refuse("This is no cURL command: it begins with the word curl.");
        }

        if (ShellWords.Split(WithoutPrompt(text)) is not { } words)
        {
            return Refuse(
                "A quotation mark in this command is never closed. Copy the whole command."
            );
        }

        var request = new CurlRequest();
        return Read([.. words.Skip(1)], request) is { } fault ? Refuse(fault) : request.Finish();
    }

    internal static Fault Refuse(string message) => Fault.Invalid("url", message);

    private static string? Read(IReadOnlyList<string> words, CurlRequest request)
    {
        var onlyUrls = false;
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (onlyUrls || word.Length < 2 || word[0] != '-')
            {
                if (request.TakeUrl(word) is { } fault)
                {
                    return fault;
                }
            }
            else if (word == "--")
            {
                onlyUrls = true;
            }
            else if (ReadOption(words, ref i, request) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    /// <summary>Reads one word of options: <c>--header</c>, or letters run together such as <c>-sSXPOST</c>.</summary>
    private static string? ReadOption(
        IReadOnlyList<string> words,
        ref int index,
        CurlRequest request
    )
    {
        var word = words[index];
        var isLong = word.StartsWith("--", StringComparison.Ordinal);
        for (var at = 1; at < word.Length; at++)
        {
            var name = isLong ? word : $"-{word[at]}";
            if (CurlOptions.Find(name) is not { } option)
            {
                return $"The cURL option {name} is not understood. Remove it, or enter the call by hand.";
            }

            string? value = null;
            if (option.TakesValue())
            {
                var isAttached = !isLong && at + 1 < word.Length;
                if (!isAttached && index + 1 >= words.Count)
                {
                    return $"The cURL option {name} needs a value. Copy the whole command.";
                }

                value = isAttached ? word[(at + 1)..] : words[++index];
            }

            if (request.Take(option, name, value ?? "") is { } fault)
            {
                return fault;
            }

            if (isLong || value is not null)
            {
                break;
            }
        }

        return null;
    }

    private static string WithoutPrompt(string text)
    {
        var command = text.Trim();
        return command is ['$' or '>' or '%', ' ', ..] ? command[1..].TrimStart() : command;
    }

    private static string? NameOf(string command) =>
        command.StartsWith("curl.exe", StringComparison.OrdinalIgnoreCase) ? "curl.exe"
        : command.StartsWith("curl", StringComparison.OrdinalIgnoreCase) ? "curl"
        : null;
}

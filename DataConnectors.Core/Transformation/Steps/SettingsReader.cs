using System.Globalization;
using System.Text.Json;
using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Transformation.Steps;

/// <summary>Reads the settings of a transformation once, and collects everything that is wrong with them.</summary>
internal sealed class SettingsReader
{
    private const int LongestText = 1_000;
    private const int LongestCode = 10_000;
    private const int MostPairs = 1_000;
    private readonly TransformationDescriptor descriptor;
    private readonly IReadOnlyDictionary<string, string> settings;
    private readonly List<Problem> faults = [];

    public SettingsReader(
        TransformationDescriptor descriptor,
        IReadOnlyDictionary<string, string> settings
    )
    {
        this.descriptor = descriptor;
        this.settings = settings;
        foreach (var name in settings.Keys.Where(name => Find(name) is null))
        {
            Fault(
                name,
                descriptor.Settings.Count == 0
                    ? $"{descriptor.Title} has no settings. Remove {name}."
                    : $"{descriptor.Title} has no setting {name}. It has {string.Join(", ", descriptor.Settings.Select(setting => setting.Name))}."
            );
        }
    }

    /// <summary>What is wrong; the paths are names of settings.</summary>
    public IReadOnlyList<Problem> Faults => faults;

    public void Fault(string name, string message) => faults.Add(new(name, message));

    /// <summary>Text as it is written, white space included.</summary>
    public string Text(string name) => Bounded(name, LongestText);

    /// <summary>Text that must not be empty.</summary>
    public string NonEmpty(string name)
    {
        var text = Text(name);
        if (text.Length == 0 && settings.ContainsKey(name))
        {
            Fault(name, $"{Find(name)!.Label} must not be empty.");
        }

        return text;
    }

    public string Code(string name)
    {
        var code = Bounded(name, LongestCode);
        if (string.IsNullOrWhiteSpace(code) && settings.ContainsKey(name))
        {
            Fault(name, $"{Find(name)!.Label} must not be empty.");
        }

        return code;
    }

    /// <summary>A whole number in a range; the smallest when it is wrong.</summary>
    public int Integer(string name, int least, int most)
    {
        var text = Raw(name);
        if (text is null)
        {
            return least;
        }

        if (
            int.TryParse(
                text,
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var number
            )
            && number >= least
            && number <= most
        )
        {
            return number;
        }

        Fault(name, $"{Find(name)!.Label} must be a whole number from {least} to {most}.");
        return least;
    }

    public decimal Decimal(string name)
    {
        var text = Raw(name);
        if (text is null)
        {
            return 0;
        }

        if (ExactDecimal.TryParse(text, out var number))
        {
            return number;
        }

        Fault(name, $"{Find(name)!.Label} must be a number, such as 0.01.");
        return 0;
    }

    public bool Boolean(string name)
    {
        var text = Raw(name);
        if (text is not (null or "true" or "false"))
        {
            Fault(name, $"{Find(name)!.Label} must be true or false.");
        }

        return text == "true";
    }

    /// <summary>One of the choices; the first when it is wrong.</summary>
    public string Choice(string name)
    {
        var choices = Find(name)!.Choices;
        var text = Raw(name) ?? choices[0].Key;
        if (choices.Any(choice => choice.Key == text))
        {
            return text;
        }

        Fault(
            name,
            $"{Find(name)!.Label} must be one of {string.Join(", ", choices.Select(choice => choice.Key))}."
        );
        return choices[0].Key;
    }

    /// <summary>Pairs in their order; none when they are wrong.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Pairs(string name)
    {
        const string Wanted =
            "must be pairs of texts as a JSON object, such as {\"S\":\"Shipped\"}.";
        var text = Raw(name);
        if (text is null)
        {
            return [];
        }

        try
        {
            var json = JsonElement.Parse(text);
            if (
                json.ValueKind == JsonValueKind.Object
                && json.EnumerateObject().All(pair => pair.Value.ValueKind == JsonValueKind.String)
            )
            {
                var pairs = json.EnumerateObject()
                    .Select(pair => KeyValuePair.Create(pair.Name, pair.Value.GetString()!))
                    .ToList();
                if (pairs.Count is > 0 and <= MostPairs)
                {
                    return pairs;
                }

                Fault(
                    name,
                    pairs.Count == 0
                        ? $"{Find(name)!.Label}: add at least one pair."
                        : $"{Find(name)!.Label}: at most {MostPairs} pairs can be given."
                );
                return [];
            }
        }
        catch (Exception fault)
            when (fault is JsonException or InvalidOperationException or ArgumentException)
        {
            // Said below, as for any other text.
        }

        Fault(name, $"{Find(name)!.Label} {Wanted}");
        return [];
    }

    private TransformationSetting? Find(string name) =>
        descriptor.Settings.FirstOrDefault(setting => setting.Name == name);

    private string Bounded(string name, int longest)
    {
        var text = Raw(name) ?? "";
        if (text.Length > longest)
        {
            Fault(
                name,
                $"{Find(name)!.Label} has {text.Length} characters; at most {longest} are allowed."
            );
            return text[..longest];
        }

        if (!FieldPathParser.IsWhole(text))
        {
            Fault(name, $"{Find(name)!.Label} holds half of a character; write it again.");
            return "";
        }

        return text;
    }

    private string? Raw(string name)
    {
        if (settings.TryGetValue(name, out var text))
        {
            return text;
        }

        var setting = Find(name)!;
        if (setting.Default is null)
        {
            Fault(
                name,
                $"{setting.Label} is needed{(setting.Placeholder.Length > 0 ? $", such as {setting.Placeholder}" : "")}."
            );
        }

        return setting.Default;
    }
}

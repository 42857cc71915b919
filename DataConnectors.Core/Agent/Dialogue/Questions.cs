using System.Text.RegularExpressions;
using DataConnectors.Core.Agent.Composing;
using DataConnectors.Core.Agent.Extracting;
using DataConnectors.Core.Agent.Language;
using DataConnectors.Core.Connectors;

namespace DataConnectors.Core.Agent.Dialogue;

/// <summary>Words the questions by which Fin collects inputs and asks for consent.</summary>
internal static partial class Questions
{
    private const int LongestNoun = 70;

    /// <summary>Asks for a value: from the description where it names a thing, else from the input's name.</summary>
    public static string For(DataInput input)
    {
        var description = PlainText.Clean(input.Description, 200);
        if (description.EndsWith('?'))
        {
            return description;
        }

        var noun = NounOf(description);
        if (input.Type == DataInputType.Boolean)
        {
            return
                noun is not null && noun.StartsWith("whether ", StringComparison.OrdinalIgnoreCase)
                ? $"Please tell me {noun}: yes or no?"
                : $"{FieldLabels.Capitalize(FieldLabels.Of(input.Name))}: yes or no?";
        }

        // "Why the customer cancels" names no thing that somebody could have.
        if (QuestionWord().IsMatch(description))
        {
            noun = null;
        }

        var options = new InputTraits(input).Options;
        var question =
            noun is null || options.Count > 0
                ? $"What is your {FieldLabels.Of(input.Name)}?"
                : $"What is {noun}?";
        return options.Count == 0
            ? question
            : $"{question} You can choose {Clauses.Join([.. options.SkipLast(1)])} or {options[^1]}.";
    }

    /// <summary>Asks again, with what a value looks like.</summary>
    public static string Again(DataInput input, string message)
    {
        var start = AskedInput.IsNotKnown(message)
            ? "I need it to go on."
            : "Sorry, I could not use that.";
        return $"{start} {Hint(input)} {For(input)}";
    }

    /// <summary>"Order 1043 – got it. ": repeats what was understood, so that a mistake is seen before it is used.</summary>
    public static string Understood(
        ConnectorDefinition definition,
        IReadOnlyCollection<string> names,
        IReadOnlyDictionary<string, string> inputs
    )
    {
        var said = definition
            .DataInputs.Where(input => names.Contains(input.Name, StringComparer.Ordinal))
            .Select(input => $"{ThingOf(input)} {SayValue(input, inputs[input.Name])}")
            .ToList();
        return said.Count == 0 ? "" : $"{FieldLabels.Capitalize(Clauses.Join(said))} – got it. ";
    }

    /// <summary>Asks for consent to a write, with everything it would be run with.</summary>
    public static string Consent(
        ConnectorDefinition definition,
        IReadOnlyDictionary<string, string> inputs
    )
    {
        var values = AnswerComposer.SayInputs(definition, inputs);
        var what = PlainText.Clean(definition.Name, ConnectorDefinition.MaxNameLength);
        return values.Length == 0
            ? $"I can do this for you now: {what}. Shall I go ahead? (yes or no)"
            : $"I can do this for you now: {what}, with {values}. Shall I go ahead? (yes or no)";
    }

    // "order ID" is said as "order" before its value.
    private static string ThingOf(DataInput input)
    {
        var label = FieldLabels.Of(input.Name);
        var words = label
            .Split(' ')
            .Where(word => word is not ("ID" or "number" or "no" or "nr" or "code" or "ref"))
            .ToList();
        return words.Count == 0 ? label : string.Join(' ', words);
    }

    private static string SayValue(DataInput input, string value) =>
        input.Type == DataInputType.Boolean
            ? (value is "true" ? "yes" : "no")
            : PlainText.Clean(value, 80);

    private static string Hint(DataInput input)
    {
        var traits = new InputTraits(input);
        return input.Type switch
        {
            DataInputType.Number => "It should be a whole number, such as 12.",
            DataInputType.Decimal => "It should be a number, such as 12.50.",
            DataInputType.Boolean => "Please answer yes or no.",
            _ when traits.IsEmail => "It should be an email address, such as name@example.com.",
            _ when traits.IsPhone => "It should be a phone number.",
            _ when traits.IsUrl => "It should be a web address.",
            _ when traits.Options.Count > 0 => "Please choose one of the options.",
            _ when traits.NeedsDigit => "It should contain digits.",
            _ => "Please write just the value.",
        };
    }

    private static string? NounOf(string description)
    {
        var noun = Aside().Replace(description, "");
        noun = Owner().Replace(noun, "your");
        noun = FirstPart().Match(noun).Value.Trim().TrimEnd('.', ',', ':');
        if (noun.Length is 0 or > LongestNoun || Instruction().IsMatch(noun))
        {
            return null;
        }

        noun = LeadingArticle().Replace(noun, "the ");
        if (char.IsUpper(noun[0]) && !(noun.Length > 1 && char.IsUpper(noun[1])))
        {
            noun = char.ToLowerInvariant(noun[0]) + noun[1..];
        }

        return Determined().IsMatch(noun) ? noun : $"the {noun}";
    }

    [GeneratedRegex(
        @"\s*\([^)]*\)|[,;:]?\s*\b(e\.g\.|for example|for instance|such as|example:|like)\b.*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Aside();

    [GeneratedRegex(
        @"\b((the|a) )?(customer|user|person|client|shopper|visitor|guest|caller|member|patient|passenger|traveller|traveler|student|employee|subscriber)['’]s\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Owner();

    [GeneratedRegex(@"^[^.;:!?\n]*", RegexOptions.None, 1000)]
    private static partial Regex FirstPart();

    [GeneratedRegex(
        @"^(ask|enter|use|provide|get|give|collect|must|should|required|optional|used|needed|this|it|please|if|when|set|only|format|looks)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Instruction();

    [GeneratedRegex(@"^(the|an?)\s+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LeadingArticle();

    [GeneratedRegex(
        "^(why|when|where|who|whose|which|what|how|whether)\\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex QuestionWord();

    [GeneratedRegex(
        @"^(the|your|whether|how|which|what|when|where|who)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Determined();
}

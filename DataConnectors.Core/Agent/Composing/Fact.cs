namespace DataConnectors.Core.Agent.Composing;

/// <summary>What kind of value a fact has; decides how it is said and which question it answers.</summary>
internal enum FactKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>An amount with its currency.</summary>
    Money,

    /// <summary>A date or an instant.</summary>
    Date,

    /// <summary>Yes or no.</summary>
    YesOrNo,

    /// <summary>Known to be empty.</summary>
    Missing,
}

/// <summary>One value of an answer, ready to be said.</summary>
/// <param name="Label">What it is, in words: "shipping address city".</param>
/// <param name="Text">The value as people read it.</param>
/// <param name="Kind">What kind of value.</param>
/// <param name="Raw">The value as the API wrote it, to recognise what the person already said.</param>
internal sealed record Fact(string Label, string Text, FactKind Kind, string Raw);

/// <summary>A list in an answer.</summary>
/// <param name="Label">What it lists, in words; empty for a list without a name.</param>
/// <param name="Items">What is said of each item, in order.</param>
/// <param name="Count">How many there are in all.</param>
internal sealed record FactList(string Label, IReadOnlyList<string> Items, int Count);

/// <summary>Everything sayable in an answer.</summary>
internal sealed record Facts(IReadOnlyList<Fact> Values, IReadOnlyList<FactList> Lists)
{
    /// <summary>Whether there is nothing to say.</summary>
    public bool IsEmpty =>
        Values.All(fact => fact.Kind == FactKind.Missing) && Lists.All(list => list.Count == 0);
}

namespace DataConnectors.Core.People;

/// <summary>The names that admins give to attributes and references.</summary>
public static class DefinedName
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaxLength = 60;

    /// <summary>What is wrong with a name, as a sentence; null when it can be one.</summary>
    /// <param name="name">The name, trimmed.</param>
    /// <param name="what">What it names: <c>attribute</c>.</param>
    /// <param name="example">A name that would do: <c>order_count</c>.</param>
    public static string? Fault(string name, string what, string example)
    {
        if (name.Length == 0)
        {
            return $"Give the {what} a name, such as {example}.";
        }

        if (name.Length > MaxLength)
        {
            return $"The name of the {what} has at most {MaxLength} characters.";
        }

        return
            char.IsAsciiLetter(name[0])
            && name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_')
            ? null
            : $"\"{name}\" cannot be a name: use a letter first, then letters, digits or underscores, such as {example}.";
    }
}

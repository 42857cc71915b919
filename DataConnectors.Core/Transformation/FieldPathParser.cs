using System.Collections.Immutable;
using System.Text;
using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Transformation;

/// <summary>Reads the text of a <see cref="FieldPath"/> from left to right.</summary>
internal sealed class FieldPathParser(string text)
{
    private readonly ImmutableArray<FieldStep>.Builder steps =
        ImmutableArray.CreateBuilder<FieldStep>();
    private int position;

    /// <summary>Whether a key is written without brackets and quotes.</summary>
    public static bool IsPlain(string key) => key.Length > 0 && key is not "$" && key.All(IsPlain);

    /// <summary>Whether no character lacks its other half; such text cannot be written as UTF-8.</summary>
    public static bool IsWhole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
            {
                return false;
            }

            i++;
        }

        return true;
    }

    public Outcome<ImmutableArray<FieldStep>, string> Parse()
    {
        if (text.Length == 0)
        {
            return "Name a field, such as customer.email or items[].name.";
        }

        if (!IsWhole(text))
        {
            return "The path holds half of a character; write it again.";
        }

        if (
            text is "$"
            || text.StartsWith("$.", StringComparison.Ordinal)
            || text.StartsWith("$[", StringComparison.Ordinal)
        )
        {
            position = 1;
        }

        while (position < text.Length)
        {
            if (steps.Count == FieldPath.MaxSteps)
            {
                return $"A path has at most {FieldPath.MaxSteps} steps.";
            }

            if (!(text[position] == '[' ? ReadBrackets() : ReadKey()))
            {
                return $"The path is not understood at character {position + 1}. Write customer.email, items[].name or ['a.b'].";
            }
        }

        return steps.ToImmutable();
    }

    private static bool IsPlain(char c) =>
        c is not ('.' or '[' or ']' or '\'' or '\\') && !char.IsWhiteSpace(c) && !char.IsControl(c);

    private bool ReadKey()
    {
        var start = position;
        if (text[position] == '.')
        {
            start++;
        }
        else if (position > 0)
        {
            return false;
        }

        var end = start;
        while (end < text.Length && IsPlain(text[end]))
        {
            end++;
        }

        if (end == start || (start == 1 && position == 0))
        {
            return false;
        }

        steps.Add(new(text[start..end]));
        position = end;
        return true;
    }

    private bool ReadBrackets()
    {
        if (text.AsSpan(position).StartsWith("[]"))
        {
            steps.Add(FieldStep.Elements);
            position += 2;
            return true;
        }

        if (!text.AsSpan(position).StartsWith("['"))
        {
            return false;
        }

        var key = new StringBuilder();
        for (var i = position + 2; i + 1 < text.Length; i++)
        {
            if (text[i] == '\'')
            {
                if (text[i + 1] != ']')
                {
                    return false;
                }

                steps.Add(new(key.ToString()));
                position = i + 2;
                return true;
            }

            i += text[i] == '\\' ? 1 : 0;
            key.Append(text[i]);
        }

        return false;
    }
}

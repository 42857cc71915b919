namespace DataConnectors.Core.Workspace;

/// <summary>The one workspace of this installation.</summary>
public sealed class WorkspaceSettings
{
    /// <summary>The id; a single row exists.</summary>
    public long Id { get; init; }

    /// <summary>What programs know the workspace by: the id in lower-case base 36. Never changes.</summary>
    public string IdCode
    {
        get
        {
            const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";
            Span<char> code = stackalloc char[13];
            var start = code.Length;
            for (var rest = Id; rest > 0 || start == code.Length; rest /= Digits.Length)
            {
                code[--start] = Digits[(int)(rest % Digits.Length)];
            }

            return new string(code[start..]);
        }
    }

    /// <summary>The company's name, shown in the console and in the Messenger.</summary>
    public string Name { get; set; } = "";

    /// <summary>When the workspace was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}

using Acornima;
using Acornima.Ast;
using Jint;

namespace DataConnectors.Sandbox.Running;

/// <summary>
/// Compiled code, kept for the next run of the same owner. What is compiled holds no values of a run; the oldest goes first.
/// </summary>
internal sealed class PreparedScripts
{
    // Compiled code takes many times the memory of its text.
    private const int MaxCharacters = 300_000;

    private static readonly ScriptPreparationOptions Options = new()
    {
        ParsingOptions = new ScriptParsingOptions { CompileRegex = false },
    };

    private readonly Dictionary<
        (long Owner, bool IsExpression, string Code),
        Prepared<Script>
    > prepared = [];

    private readonly Queue<(long Owner, bool IsExpression, string Code)> oldest = new();
    private int characters;

    /// <summary>The code of a transform. Throws what the parser throws.</summary>
    public Prepared<Script> Script(long owner, string code) => Get((owner, false, code));

    /// <summary>One expression. Throws what the parser throws.</summary>
    public Prepared<Script> Expression(long owner, string expression) =>
        Get((owner, true, expression));

    /// <summary>Compiles code that is not kept.</summary>
    public static Prepared<Script> Compile(string code) =>
        Engine.PrepareScript(code, source: null, strict: true, Options);

    /// <summary>Compiles an expression that is not kept.</summary>
    public static Prepared<Script> CompileExpression(string expression)
    {
        // Only when it is one expression by itself can it be put between parentheses without meaning something else.
        _ = new Parser().ParseExpression(expression, sourceFile: null, strict: true);
        return Compile($"({expression}\n)");
    }

    private Prepared<Script> Get((long Owner, bool IsExpression, string Code) key)
    {
        if (prepared.TryGetValue(key, out var known))
        {
            return known;
        }

        var script = key.IsExpression ? CompileExpression(key.Code) : Compile(key.Code);
        prepared.Add(key, script);
        oldest.Enqueue(key);
        characters += key.Code.Length;
        while (characters > MaxCharacters && oldest.TryDequeue(out var dropped))
        {
            prepared.Remove(dropped);
            characters -= dropped.Code.Length;
        }

        return script;
    }
}

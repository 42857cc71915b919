using Acornima;
using DataConnectors.Core.Scripting.JavaScript.Wire;
using Jint;

namespace DataConnectors.Sandbox.Running;

/// <summary>Compiles without running anything, and says where it does not compile. The parser stops at the first place.</summary>
internal static class SyntaxCheck
{
    public static Answer.Given Script(string code) => Check(code, PreparedScripts.Compile);

    public static Answer.Given Expression(string expression) =>
        Check(expression, PreparedScripts.CompileExpression);

    private static Answer.Given Check<T>(string code, Func<string, T> compile)
    {
        try
        {
            _ = compile(code);
            return new Answer.Given(writer => writer.Int32(0));
        }
        catch (Exception exception) when (Find(exception) is { } error)
        {
            return new Answer.Given(writer => Write(writer, code, error));
        }
    }

    private static ParseErrorException? Find(Exception exception) =>
        exception as ParseErrorException ?? exception.InnerException as ParseErrorException;

    private static void Write(FrameWriter writer, string code, ParseErrorException error)
    {
        var column = error.Column + 1;
        writer
            .Int32(1)
            .Int32(error.LineNumber)
            .Int32(column)
            .Int32(error.LineNumber)
            .Int32(column + WordLength(code, error.Error.Index))
            .Text(error.Description);
    }

    // A word is underlined whole, anything else by one character.
    private static int WordLength(string code, int index)
    {
        var end = Math.Clamp(index, 0, code.Length);
        var start = end;
        while (end < code.Length && (char.IsLetterOrDigit(code[end]) || code[end] is '_' or '$'))
        {
            end++;
        }

        return Math.Max(1, end - start);
    }
}

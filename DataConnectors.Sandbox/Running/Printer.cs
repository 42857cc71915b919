using System.Text;
using DataConnectors.Core.Scripting.JavaScript.Wire;
using DataConnectors.Sandbox.Values;
using Jint;
using Jint.Native;

namespace DataConnectors.Sandbox.Running;

/// <summary>Keeps the first of what a run prints.</summary>
internal sealed class Printer(WorkerLimits limits)
{
    private readonly StringBuilder text = new();

    public string Text => text.ToString();

    public bool IsTruncated { get; private set; }

    /// <summary>One line: texts as they are, everything else as JSON where it can be.</summary>
    public void Print(Engine engine, JsValue[] values)
    {
        for (var index = 0; index < values.Length && !IsTruncated; index++)
        {
            Append(index == 0 ? "" : " ");
            Append(Display(engine, values[index]));
        }

        Append("\n");
    }

    private void Append(string part)
    {
        var room = limits.PrintedCharacters - text.Length;
        IsTruncated |= part.Length > room;
        text.Append(part.AsSpan(0, Math.Min(part.Length, room)));
    }

    private string Display(Engine engine, JsValue value)
    {
        // Longer than everything that is kept, by one, so that the cut is noticed.
        var length = limits.PrintedCharacters - text.Length + 1;
        switch (value)
        {
            case JsString { Length: var whole } when whole > length && whole > 1_000_000:
                return new string('…', length);
            case JsString characters:
                return characters.ToString();
            case JsNumber or JsBigInt or JsBoolean or JsNull or JsUndefined or JsSymbol:
                return value.ToString() ?? "";
            case Jint.Native.Error.ErrorInstance:
                return Errors.Describe(value);
            default:
            {
                using var writer = new JsonResult(engine, limits with { ResultBytes = length }, "");
                _ = writer.Write(value, isForPeople: true);
                return Encoding.UTF8.GetString(writer.Written.Span);
            }
        }
    }
}

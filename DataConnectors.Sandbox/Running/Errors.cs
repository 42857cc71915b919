using System.Globalization;
using Jint;
using Jint.Native;
using Jint.Native.Object;

namespace DataConnectors.Sandbox.Running;

/// <summary>
/// Says what was thrown, without running any of the script's code: a name or a message behind a getter stays unsaid.
/// </summary>
internal static class Errors
{
    private const int MaxTextLength = 500;
    private const int MaxPrototypes = 8;

    private static readonly string[] KnownNames =
    [
        "Error",
        "TypeError",
        "RangeError",
        "ReferenceError",
        "SyntaxError",
        "URIError",
        "EvalError",
        "AggregateError",
    ];

    /// <summary>Name and message, such as <c>TypeError: x is undefined</c>.</summary>
    public static string Describe(JsValue error)
    {
        if (error is not ObjectInstance instance)
        {
            return Shorten(error is JsString text ? Start(text) : error.ToString() ?? "");
        }

        var (name, message) = (Text(instance, "name"), Text(instance, "message"));
        return Shorten(
            (name, message) switch
            {
                (null or "", null or "") => "an object that is no Error",
                (null or "", _) => message,
                (_, null or "") => name,
                _ => $"{name}: {message}",
            }
        );
    }

    /// <summary>The name when it is one of the language's own, which cannot quote anything; otherwise <c>Error</c>.</summary>
    public static string KindOf(JsValue error) =>
        error is ObjectInstance instance && Text(instance, "name") is { } name
            ? KnownNames.FirstOrDefault(known => known == name, "Error")
            : "Error";

    /// <summary> on line N, or nothing.</summary>
    public static string OnLine(int line) =>
        line > 0 ? string.Create(CultureInfo.InvariantCulture, $" on line {line}") : "";

    private static string? Text(ObjectInstance instance, string property)
    {
        var holder = instance;
        for (var step = 0; holder is not null && step < MaxPrototypes; step++)
        {
            // A proxy would run its traps.
            if (!IsOrdinary(holder))
            {
                return null;
            }

            var descriptor = holder.GetOwnProperty(property);
            if (descriptor != Jint.Runtime.Descriptors.PropertyDescriptor.Undefined)
            {
                return descriptor.Get is null && descriptor.Value is JsString text
                    ? Start(text)
                    : null;
            }

            holder = holder.Prototype;
        }

        return null;
    }

    // The interpreter's own type is internal.
    private static bool IsOrdinary(ObjectInstance instance) => instance.GetType().Name != "JsProxy";

    private static string Start(JsString text) =>
        text.Length > 1_000_000 ? "a very long text" : text.ToString();

    private static string Shorten(string text) =>
        text.Length > MaxTextLength ? text[..MaxTextLength] + "…" : text;
}

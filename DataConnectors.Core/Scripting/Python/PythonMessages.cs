using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace DataConnectors.Core.Scripting.Python;

/// <summary>What is sent to a worker, with room for its head.</summary>
internal static class PythonMessages
{
    /// <summary>To compile the code and take it as the worker's own.</summary>
    public static byte[] Bind(string code) =>
        WithHead(
            JsonSerializer.SerializeToUtf8Bytes(
                new
                {
                    code = WellFormed(code),
                    limits = new
                    {
                        seconds = ScriptLimits.Time.TotalSeconds,
                        memory = ScriptLimits.MemoryBytes,
                        result = ScriptLimits.MaxResultBytes,
                        printed = ScriptLimits.MaxPrintedCharacters,
                        depth = ScriptLimits.MaxDepth,
                    },
                }
            )
        );

    /// <summary>To compile the code and forget it.</summary>
    public static byte[] Check(string code) => WithHead(Encoding.UTF8.GetBytes(code));

    /// <summary>To try whether the sandbox holds.</summary>
    public static byte[] Test() => WithHead([]);

    /// <summary>To run the script once.</summary>
    public static byte[] Run(ScriptInput input)
    {
        var response = JsonMarshal.GetRawUtf8Value(input.Response);
        var message = GC.AllocateUninitializedArray<byte>(
            PythonWorker.HeadRoom + 4 + response.Length + input.Context.Length
        );
        var body = message.AsSpan(PythonWorker.HeadRoom);
        BinaryPrimitives.WriteInt32BigEndian(body, response.Length);
        response.CopyTo(body[4..]);
        input.Context.Span.CopyTo(body[(4 + response.Length)..]);
        return message;
    }

    /// <summary>The diagnostics that answer <see cref="Bind"/> and <see cref="Check"/>: of each line, column, last line, last column and message.</summary>
    public static IReadOnlyList<ScriptDiagnostic> ReadDiagnostics(byte[] answer) =>
        [
            .. (JsonSerializer.Deserialize<JsonElement[]>(answer) ?? []).Select(row =>
            {
                var line = Math.Max(1, row[0].GetInt32());
                var column = Math.Max(1, row[1].GetInt32());
                var endLine = Math.Max(line, row[2].GetInt32());
                var endColumn = row[3].GetInt32();
                return new ScriptDiagnostic(
                    line,
                    column,
                    endLine,
                    endLine == line ? Math.Max(column + 1, endColumn) : Math.Max(1, endColumn),
                    row[4].GetString() ?? "invalid syntax"
                );
            }),
        ];

    private static byte[] WithHead(byte[] body) => [.. new byte[PythonWorker.HeadRoom], .. body];

    // JSON text cannot hold half a surrogate pair.
    private static string WellFormed(string code) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(code));
}

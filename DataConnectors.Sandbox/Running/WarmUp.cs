using DataConnectors.Core.Scripting.JavaScript.Wire;

namespace DataConnectors.Sandbox.Running;

/// <summary>
/// Runs what scripts usually do until the runtime has compiled the interpreter well: the first runs would take a hundred times as long.
/// It also touches what opens files when it is first used.
/// </summary>
internal static class WarmUp
{
    private const int Rounds = 40;

    private const string Code = """
        const money = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'EUR' });
        class Total { #sum = 0; add(n) { this.#sum += n; return this; } get sum() { return this.#sum; } }
        function* each(list) { for (const item of list) yield item; }
        function transform(response, context) {
            const total = new Total();
            for (const { price, count = 1, ...rest } of each(response.items)) total.add(price * count);
            const names = response.items.map(item => item.name.trim().toUpperCase()).filter(Boolean).sort();
            const found = /(?<year>\d{4})-(\d\d)/u.exec(response.date)?.groups.year ?? 'none';
            const date = new Date(response.date);
            const grouped = response.items.reduce((all, item) => ({ ...all, [item.name]: (all[item.name] || 0) + 1 }), {});
            const seen = new Map([...new Set(names)].map((name, index) => [name, index]));
            try { null.x; } catch (error) { console.log(error.message, { found }); }
            switch (context.status) { case 200: break; default: throw new Error('status'); }
            return {
                found, names, grouped, big: response.big, iso: date.toISOString(),
                total: Number(total.sum.toFixed(2)), money: money.format(total.sum), text: `${names.join(', ')}!`.replace(/,/g, ';'),
                copy: JSON.parse(JSON.stringify({ a: [1, 'x', null, true] })), local: date.toLocaleString('en-US', { timeZone: 'Europe/Madrid' }),
                keys: Object.entries(response).length, plain: 'é'.normalize('NFD').length, order: 'a'.localeCompare('b'), last: seen.size,
            };
        }
        """;

    private static readonly byte[] Response =
        """{"items":[{"name":" tea ","price":2.5},{"name":"cup","price":4,"count":2}],"date":"2024-05-06T10:00:00Z","big":12345678901234567890}"""u8.ToArray();

    private static readonly byte[] Context =
        """{"status":200,"headers":{"a":"b"},"inputs":{}}"""u8.ToArray();

    public static void Run(Worker worker)
    {
        for (var round = 0; round < Rounds; round++)
        {
            RunOnce(worker);
        }
    }

    public static void RunOnce(Worker worker)
    {
        _ = worker.Answer(Transform(Code));
        _ = worker.Answer(Transform("function transform(r) {\n  return r.a.b;\n}"));
        _ = worker.Answer(Transform("function transform(r) { return {"));
        _ = worker.Answer(Transform("async function transform(r) { return NaN; }"));
        _ = worker.Answer(Evaluate("value.trim().slice(0, 3)", "response.items.length", "value +"));
        _ = worker.Answer(Request(WorkerRequest.CheckScript, writer => writer.Text("let a = ;")));
    }

    private static byte[] Transform(string code) =>
        Request(
            WorkerRequest.Transform,
            writer => writer.Int64(0).Text(code).Bytes(Response).Bytes(Context)
        );

    private static byte[] Evaluate(params string[] expressions) =>
        Request(
            WorkerRequest.Evaluate,
            writer =>
            {
                writer.Int64(0).Bytes(Response).Bytes(Context).Int32(expressions.Length);
                foreach (var expression in expressions)
                {
                    writer.Text(expression).Bytes("\" text \""u8);
                }
            }
        );

    private static byte[] Request(WorkerRequest kind, Action<FrameWriter> write)
    {
        using var stream = new MemoryStream();
        var writer = new FrameWriter().Byte((byte)kind).Int64(0);
        write(writer);
        writer.SendTo(stream);
        return stream.ToArray()[Frames.HeaderLength..];
    }
}

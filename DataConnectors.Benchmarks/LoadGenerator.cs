using System.Text.Json;

namespace DataConnectors.Benchmarks;

/// <summary>Puts a server under load from a process of its own; see <see cref="LoadConnection"/> for how.</summary>
internal sealed class LoadGenerator : IDisposable
{
    private readonly OwnProcess process = OwnProcess.Start("load");

    /// <summary>Something that can be measured beside others.</summary>
    /// <param name="name">What its row is called.</param>
    /// <param name="load">What is sent; how long, each round says.</param>
    /// <param name="cpuTime">The processor time that the measured server has used so far.</param>
    public Comparison.Subject Subject(string name, Load load, Func<TimeSpan> cpuTime) =>
        new(
            name,
            load.InFlight,
            async duration =>
            {
                var before = cpuTime();
                await process.WriteLineAsync(
                    JsonSerializer.Serialize(
                        load with
                        {
                            Milliseconds = (int)duration.TotalMilliseconds,
                        }
                    )
                );
                var times = JsonSerializer.Deserialize<LoadTimes>(await process.ReadLineAsync())!;
                return times.Failure is { } failure
                    ? throw new InvalidOperationException($"{name}: {failure}")
                    : Measurement.Of(times.Ticks, times.Seconds, cpuTime() - before);
            }
        );

    public void Dispose() => process.Dispose();

    /// <summary>Generates what each line of the standard input asks for, until it ends.</summary>
    public static async Task<int> ServeAsync()
    {
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var times = await GenerateAsync(JsonSerializer.Deserialize<Load>(line)!);
            Console.WriteLine(JsonSerializer.Serialize(times));
        }

        return 0;
    }

    private static async Task<LoadTimes> GenerateAsync(Load load)
    {
        try
        {
            return await LoadConnection.GenerateAsync(load);
        }
        catch (Exception failure)
        {
            return new LoadTimes([], 0, failure.Message);
        }
    }
}

/// <summary>What is sent.</summary>
/// <param name="Port">The server's port on 127.0.0.1.</param>
/// <param name="Request">One request, head and body. Where it has <see cref="Key"/>, each one has a number of its own there.</param>
/// <param name="Status">The status that every answer must have.</param>
/// <param name="InFlight">How many connections, each with one request at a time.</param>
/// <param name="Milliseconds">For how long.</param>
internal sealed record Load(
    int Port,
    string Request,
    int Status,
    int InFlight,
    int Milliseconds = 0
)
{
    /// <summary>Stands where each request is numbered.</summary>
    public const string Key = "################";

    /// <summary>A GET.</summary>
    public static Load Get(Uri address, string path, string? token, int status, int inFlight) =>
        new(
            address.Port,
            $"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\n{Authorization(token)}Accept: application/json\r\n\r\n",
            status,
            inFlight
        );

    /// <summary>A POST of JSON, with further headers, each with its line end.</summary>
    public static Load Post(
        Uri address,
        string path,
        string? token,
        string body,
        int status,
        int inFlight,
        string headers = ""
    ) =>
        new(
            address.Port,
            $"POST {path} HTTP/1.1\r\nHost: {address.Authority}\r\n{Authorization(token)}{headers}Accept: application/json\r\n"
                + $"Content-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}",
            status,
            inFlight
        );

    private static string Authorization(string? token) =>
        token is null ? "" : $"Authorization: Bearer {token}\r\n";
}

/// <summary>What came of it.</summary>
/// <param name="Ticks">How long each request took, in ticks of the stopwatch.</param>
/// <param name="Seconds">How long all of it took.</param>
/// <param name="Failure">Why it ended early; null when it did not.</param>
internal sealed record LoadTimes(long[] Ticks, double Seconds, string? Failure);

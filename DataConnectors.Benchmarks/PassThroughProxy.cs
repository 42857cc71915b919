using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DataConnectors.Benchmarks;

/// <summary>
/// What a run is compared with: a server that takes the same request, makes the same call with a bare HttpClient and passes the answer
/// on. It knows no tokens, no templates and no database.
/// </summary>
internal sealed class PassThroughProxy : IDisposable
{
    private readonly OwnProcess process;

    private PassThroughProxy(OwnProcess process, Uri address)
    {
        this.process = process;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>The processor time it has used so far.</summary>
    public TimeSpan CpuTime => process.CpuTime;

    /// <summary>Starts this program again, as the proxy.</summary>
    /// <param name="target">What it calls, whatever it is asked for.</param>
    public static async Task<PassThroughProxy> StartAsync(string target)
    {
        var started = OwnProcess.Start("proxy", target);
        return new PassThroughProxy(started, new Uri(await started.ReadLineAsync()));
    }

    /// <summary>Serves until the standard input ends.</summary>
    public static async Task<int> ServeAsync(string target)
    {
        using var client = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = false,
            }
        );
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var server = builder.Build();
        server.Run(context => ForwardAsync(context, client, target));
        await server.StartAsync();
        Console.WriteLine(server.Urls.First());
        await Console.In.ReadToEndAsync();
        return 0;
    }

    public void Dispose() => process.Dispose();

    private static async Task ForwardAsync(HttpContext context, HttpClient client, string target)
    {
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        using var request = new HttpRequestMessage(HttpMethod.Get, target);
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        using var response = await client.SendAsync(
            request,
            HttpCompletionOption.ResponseHeadersRead,
            context.RequestAborted
        );
        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        context.Response.ContentLength = response.Content.Headers.ContentLength;
        await response.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}

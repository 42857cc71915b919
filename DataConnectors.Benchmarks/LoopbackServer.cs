using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DataConnectors.Benchmarks;

/// <summary>The API that is called: Kestrel in a process of its own.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private static readonly byte[] Order = Encoding.UTF8.GetBytes(
        """
        {"id":1001,"status":"shipped","currency":"EUR","total":129.9,"placed_at":"2026-03-02T09:30:00Z","customer":{"id":42,"name":"Grace Hopper","email":"grace@example.com"},
         "items":[{"sku":"TEA-01","name":"Green tea","quantity":2,"price":9.95},{"sku":"POT-07","name":"Cast iron pot","quantity":1,"price":110.0}],
         "shipment":{"carrier":"DHL","tracking":"JD014600003RC","expected_at":"2026-03-05"}}
        """
    );

    private readonly OwnProcess process;

    private LoopbackServer(OwnProcess process, string address)
    {
        this.process = process;
        Address = address;
    }

    public string Address { get; }

    /// <summary>Starts this program again, as the server.</summary>
    public static async Task<LoopbackServer> StartAsync()
    {
        var started = OwnProcess.Start("serve");
        return new LoopbackServer(started, await started.ReadLineAsync());
    }

    /// <summary>Serves until the standard input ends.</summary>
    public static async Task<int> ServeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var server = builder.Build();
        server.Run(context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = Order.Length;
            return context.Response.Body.WriteAsync(Order).AsTask();
        });
        await server.StartAsync();
        Console.WriteLine(server.Urls.First());
        await Console.In.ReadToEndAsync();
        return 0;
    }

    public void Dispose() => process.Dispose();
}

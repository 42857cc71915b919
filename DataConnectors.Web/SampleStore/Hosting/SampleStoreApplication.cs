using System.Net;
using DataConnectors.Web.SampleStore.Endpoints;
using DataConnectors.Web.SampleStore.Faults;
using DataConnectors.Web.SampleStore.Shop;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace DataConnectors.Web.SampleStore.Hosting;

/// <summary>Puts the store's application together: one listener, four middlewares, the endpoints.</summary>
internal static class SampleStoreApplication
{
    private const int LargestRequestBody = 1024 * 1024;

    /// <summary>
    /// An application that is not started yet. It begins from the empty builder: no arguments, environment, settings files or
    /// logging of the surrounding process reach it.
    /// </summary>
    public static WebApplication Build(SampleStoreOptions options, TimeProvider clock)
    {
        var builder = WebApplication.CreateEmptyBuilder(
            new WebApplicationOptions
            {
                ApplicationName = typeof(SampleStoreApplication).Assembly.GetName().Name,
                ContentRootPath = AppContext.BaseDirectory,
                EnvironmentName = Environments.Production,
            }
        );
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel => Listen(kestrel, new Uri(options.Url)));
        builder.Services.AddRoutingCore();
        builder.Services.ConfigureHttpJsonOptions(json =>
            StoreJson.Configure(json.SerializerOptions)
        );
        builder.Services.Configure<HostOptions>(host =>
            host.ShutdownTimeout = TimeSpan.FromSeconds(1)
        );
        builder.Services.AddSingleton<IHostLifetime, SurroundingLifetime>();
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton<ShopState>();
        builder.Services.AddSingleton<RequestJournal>();

        var app = builder.Build();
        app.UseMiddleware<RequestJournalMiddleware>();
        app.UseStatusCodePages(context => StoreError.ForStatus(context.HttpContext));
        app.UseMiddleware<ApiKeyMiddleware>();
        app.UseRouting();
        app.MapIndex();
        app.MapCustomers();
        app.MapOrders();
        app.MapReturns();
        app.MapSubscriptions();
        app.MapStock();
        app.MapDemonstration();
        app.MapFaults();
        return app;
    }

    private static void Listen(KestrelServerOptions kestrel, Uri url)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = LargestRequestBody;
        if (IPAddress.TryParse(url.DnsSafeHost, out var address))
        {
            kestrel.Listen(address, url.Port);
        }
        else if (url.Port == 0)
        {
            // A free port cannot be asked for on both loopback addresses at once.
            kestrel.Listen(IPAddress.Loopback, 0);
        }
        else
        {
            kestrel.ListenLocalhost(url.Port);
        }
    }
}

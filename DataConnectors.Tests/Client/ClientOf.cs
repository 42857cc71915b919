using DataConnectors.Client;
using DataConnectors.Tests.Support;

namespace DataConnectors.Tests.Client;

/// <summary>Clients as a program makes them.</summary>
internal static class ClientOf
{
    /// <summary>A client of a scripted server, on a clock that does not keep anybody waiting.</summary>
    public static DataConnectorsClient Api(
        LoopbackApi api,
        EagerClock? clock = null,
        Action<DataConnectorsClientOptions>? configure = null
    )
    {
        var options = new DataConnectorsClientOptions
        {
            BaseAddress = new Uri(api.BaseUrl),
            AccessToken = "token-of-the-test",
            AttemptTimeout = EagerClock.Limit,
            TimeProvider = clock ?? new EagerClock(),
        };
        configure?.Invoke(options);
        return DataConnectorsClient.Create(options);
    }
}

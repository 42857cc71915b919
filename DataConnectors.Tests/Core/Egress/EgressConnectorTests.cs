using System.Net;
using DataConnectors.Core.Egress;
using DataConnectors.Tests.Support;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace DataConnectors.Tests.Core.Egress;

/// <summary>The connector alone: what stands between a socket and a URL that nobody judged.</summary>
public sealed class EgressConnectorTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("2130706433")]
    [InlineData("93.184.215.200")]
    public async Task An_address_in_place_of_a_name_is_judged_too(string host)
    {
        await using var upstream = LoopbackApi.Start();
        var dialler = new LoopbackDialler(upstream);
        var connector = new EgressConnector(
            new EgressGuard(Options.Create(new EgressOptions())),
            new ScriptedResolver(new EgressCaseLookup("A", [IPAddress.Loopback])),
            dialler,
            new ScriptedOwnAddresses(),
            TimeProvider.System
        );

        await Assert.ThrowsAsync<EgressRefusedException>(async () =>
            await connector.ConnectAsync(new DnsEndPoint(host, 443), CancellationToken.None)
        );
        Assert.Empty(dialler.Dialled);
    }

    [Fact]
    public void The_machine_knows_its_own_addresses()
    {
        var own = new InterfaceAddresses(new FakeTimeProvider());
        Assert.True(own.Contains(IPAddress.Loopback));
        Assert.False(own.Contains(ScriptedResolver.PublicAddress));
    }
}

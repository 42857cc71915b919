using System.Net;
using DataConnectors.Core.Egress;

namespace DataConnectors.Tests.Core.Egress;

public sealed class AddressRulesTests
{
    [Theory]
    [InlineData("9.255.255.255", "10.0.0.0", "10.255.255.255", "11.0.0.0")]
    [InlineData(null, "0.0.0.0", "0.255.255.255", "1.0.0.0")]
    [InlineData("100.63.255.255", "100.64.0.0", "100.127.255.255", "100.128.0.0")]
    [InlineData("126.255.255.255", "127.0.0.0", "127.255.255.255", "128.0.0.0")]
    [InlineData("168.63.129.15", "168.63.129.16", "168.63.129.16", "168.63.129.17")]
    [InlineData("169.253.255.255", "169.254.0.0", "169.254.255.255", "169.255.0.0")]
    [InlineData("172.15.255.255", "172.16.0.0", "172.31.255.255", "172.32.0.0")]
    [InlineData("191.255.255.255", "192.0.0.0", "192.0.0.255", "192.0.1.0")]
    [InlineData("192.0.1.255", "192.0.2.0", "192.0.2.255", "192.0.3.0")]
    [InlineData("192.88.98.255", "192.88.99.0", "192.88.99.255", "192.88.100.0")]
    [InlineData("192.167.255.255", "192.168.0.0", "192.168.255.255", "192.169.0.0")]
    [InlineData("198.17.255.255", "198.18.0.0", "198.19.255.255", "198.20.0.0")]
    [InlineData("198.51.99.255", "198.51.100.0", "198.51.100.255", "198.51.101.0")]
    [InlineData("203.0.112.255", "203.0.113.0", "203.0.113.255", "203.0.114.0")]
    [InlineData("223.255.255.255", "224.0.0.0", "255.255.255.255", null)]
    [InlineData("2000::", "2001::", "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff", "2001:200::")]
    [InlineData(
        "2001:db7:ffff::",
        "2001:db8::",
        "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff",
        "2001:db9::"
    )]
    [InlineData("2001:ffff::", "2002::", "2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "2003::")]
    [InlineData("3ffe::", "3fff::", "3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff", "3fff:1000::")]
    [InlineData("3fff:ffff::", "4000::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", null)]
    [InlineData(null, "::", "::fffe:ffff:ffff", null)]
    [InlineData(
        "::ffff:9.255.255.255",
        "::ffff:10.0.0.0",
        "::ffff:10.255.255.255",
        "::ffff:11.0.0.0"
    )]
    public void A_range_is_special_from_its_first_address_to_its_last(
        string? before,
        string first,
        string last,
        string? after
    )
    {
        Assert.False(AddressRules.Judge(IPAddress.Parse(first)).IsPublic);
        Assert.False(AddressRules.Judge(IPAddress.Parse(last)).IsPublic);
        Assert.True(before is null || AddressRules.Judge(IPAddress.Parse(before)).IsPublic);
        Assert.True(after is null || AddressRules.Judge(IPAddress.Parse(after)).IsPublic);
    }

    [Theory]
    [InlineData("::1", "loopback")]
    [InlineData("::ffff:169.254.169.254", "cloud metadata")]
    [InlineData("64:ff9b::7f00:1", "NAT64")]
    [InlineData("2001::1", "Teredo")]
    [InlineData("2001:2::1", "benchmarking")]
    [InlineData("2001:1::1", "protocol assignments")]
    [InlineData("fe80::1%3", "link-local")]
    [InlineData("8000::1", "outside the global unicast")]
    public void A_special_address_is_named_after_its_range(string address, string name) =>
        Assert.Contains(
            name,
            AddressRules.Judge(IPAddress.Parse(address)).SpecialRange,
            StringComparison.Ordinal
        );
}

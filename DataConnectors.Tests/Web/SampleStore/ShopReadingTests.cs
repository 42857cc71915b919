using System.Net;
using System.Text.Json;
using System.Xml.Linq;

namespace DataConnectors.Tests.Web.SampleStore;

public sealed class ShopReadingTests(RunningStore store) : IClassFixture<RunningStore>
{
    [Fact]
    public async Task Order_is_answered_with_nested_items_and_shipments()
    {
        var order = await store.ReadAsync("/orders/1042");

        Assert.Equal("1042", order.Text("number"));
        Assert.Equal("shipped", order.Text("status"));
        Assert.Equal("ana.ruiz@example.com", order.GetProperty("customer").Text("email"));
        Assert.Equal(88.70m, order.GetProperty("subtotal").GetDecimal());
        Assert.Equal(94.60m, order.GetProperty("total").GetDecimal());
        Assert.EndsWith("Z", order.Text("placed_at"), StringComparison.Ordinal);
        Assert.Equal("KET-100", order.GetProperty("items")[0].Text("sku"));
        Assert.Equal(2, order.GetProperty("items")[1].GetProperty("quantity").GetInt32());
        var parcel = order.GetProperty("shipments")[0];
        Assert.Equal("in_transit", parcel.Text("status"));
        Assert.Equal("2026-11-18", parcel.Text("estimated_delivery"));
        Assert.Equal(
            "Picked up by the carrier",
            parcel.GetProperty("events")[0].Text("description")
        );
        Assert.Equal(JsonValueKind.Null, order.GetProperty("cancellation").ValueKind);
    }

    [Theory]
    [InlineData("ana.ruiz@example.com", "cus_1001")]
    [InlineData("Ben.Okafor@Example.com", "cus_1002")]
    [InlineData("chloe.martin@example.com", "cus_1003")]
    public async Task Customer_is_found_by_email_and_by_id(string email, string id)
    {
        var found = await store.ReadAsync($"/customers?email={email}");
        var read = await store.ReadAsync($"/customers/{id}");

        Assert.Equal(1, found.GetProperty("total_count").GetInt32());
        Assert.Equal(id, found.GetProperty("data")[0].Text("id"));
        Assert.Equal(read.GetRawText(), found.GetProperty("data")[0].GetRawText());
    }

    [Fact]
    public async Task Customer_has_their_orders_newest_first_and_their_subscription()
    {
        var orders = await store.ReadAsync("/customers/cus_1001/orders");
        var subscription = await store.ReadAsync("/customers/cus_1001/subscription");

        Assert.Equal(
            ["1056", "1043", "1042", "1038"],
            orders.GetProperty("data").EnumerateArray().Select(o => o.Text("number"))
        );
        Assert.Equal("sub_2001", subscription.Text("id"));
        Assert.Equal("active", subscription.Text("status"));
    }

    [Fact]
    public async Task Orders_are_narrowed_by_email_and_status()
    {
        var orders = await store.ReadAsync("/orders?email=ben.okafor@example.com&status=placed");

        Assert.Equal(
            ["1050"],
            orders.GetProperty("data").EnumerateArray().Select(o => o.Text("number"))
        );
        Assert.Equal(30, (await store.ReadAsync("/orders")).GetProperty("total_count").GetInt32());
    }

    [Fact]
    public async Task Stock_is_read_by_sku_and_searched_by_words()
    {
        var mug = await store.ReadAsync("/stock/MUG-GRN");
        var mugs = await store.ReadAsync("/stock?query=mug");

        Assert.Equal(0, mug.GetProperty("available").GetInt32());
        Assert.Equal("2026-11-25", mug.Text("restock_on"));
        Assert.Equal(
            ["MUG-BLU", "MUG-GRN"],
            mugs.GetProperty("data").EnumerateArray().Select(item => item.Text("sku"))
        );
    }

    [Theory]
    [InlineData("/orders/9999", "order_not_found")]
    [InlineData("/orders/9999.xml", "order_not_found")]
    [InlineData("/customers/cus_9", "customer_not_found")]
    [InlineData("/customers/cus_9/orders", "customer_not_found")]
    [InlineData("/customers/cus_1003/subscription", "subscription_not_found")]
    [InlineData("/subscriptions/sub_9", "subscription_not_found")]
    [InlineData("/stock/NOPE", "sku_not_found")]
    [InlineData("/returns/ret_9", "return_not_found")]
    [InlineData("/nowhere", "no_such_endpoint")]
    public async Task Unknown_path_or_id_answers_404_with_an_error_in_JSON(string path, string code)
    {
        using var response = await store.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(code, await response.ErrorCodeAsync());
    }

    [Fact]
    public async Task Wrong_method_or_status_filter_is_refused_in_JSON()
    {
        using var method = await store.Client.DeleteAsync("/orders/1042");
        using var status = await store.Client.GetAsync("/orders?status=lost");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, method.StatusCode);
        Assert.Equal("method_not_allowed", await method.ErrorCodeAsync());
        Assert.Equal(HttpStatusCode.BadRequest, status.StatusCode);
        Assert.Equal("status_unknown", await status.ErrorCodeAsync());
    }

    [Theory]
    [InlineData(null, "api_key_missing")]
    [InlineData("wrong", "api_key_wrong")]
    [InlineData("TEST-KEY", "api_key_wrong")]
    public async Task Missing_or_wrong_key_answers_401(string? key, string code)
    {
        using var client = store.NewClient();
        if (key is not null)
        {
            client.DefaultRequestHeaders.Add("X-Api-Key", key);
        }

        using var response = await client.GetAsync("/orders/1042");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(code, await response.ErrorCodeAsync());
    }

    [Theory]
    [InlineData("/orders/1042.xml", null)]
    [InlineData("/orders/1042", "application/xml")]
    [InlineData("/orders/1042", "application/json;q=0.5, text/xml")]
    public async Task Order_is_answered_in_XML_by_path_or_Accept(string path, string? accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", accept);

        using var response = await store.Client.SendAsync(request);
        var order = XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!;

        Assert.Equal("application/xml", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("1042", order.Attribute("number")?.Value);
        Assert.Equal(
            ["KET-100", "MUG-BLU", "TEA-ERL"],
            order.Element("items")!.Elements("item").Select(i => i.Attribute("sku")?.Value)
        );
        Assert.Equal(
            "in_transit",
            order.Element("shipments")!.Elements("shipment").First().Attribute("status")?.Value
        );
    }

    [Theory]
    [InlineData("application/json, application/xml")]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")]
    public async Task Order_is_answered_in_JSON_when_XML_is_not_preferred(string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/orders/1042");
        request.Headers.TryAddWithoutValidation("Accept", accept);

        using var response = await store.Client.SendAsync(request);

        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Head_answers_as_Get_does_without_a_body()
    {
        using var found = await store.Client.SendAsync(
            new HttpRequestMessage(HttpMethod.Head, "/orders/1042")
        );
        using var missing = await store.Client.SendAsync(
            new HttpRequestMessage(HttpMethod.Head, "/orders/9999")
        );

        Assert.Equal(HttpStatusCode.OK, found.StatusCode);
        Assert.Equal("application/json", found.Content.Headers.ContentType?.MediaType);
        Assert.Empty(await found.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task Index_lists_the_endpoints_to_anybody()
    {
        using var client = store.NewClient();

        using var response = await client.GetAsync("/");
        var index = await response.JsonAsync();

        var paths = index
            .GetProperty("endpoints")
            .EnumerateArray()
            .Select(line => line.Text("path"))
            .ToList();
        Assert.Contains("/orders/{number}", paths);
        Assert.Contains("/faults/gzip-bomb", paths);
        Assert.All(
            index.GetProperty("endpoints").EnumerateArray(),
            line => Assert.NotEmpty(line.Text("about")!)
        );
        Assert.DoesNotContain(RunningStore.Key, index.GetRawText(), StringComparison.Ordinal);
    }
}

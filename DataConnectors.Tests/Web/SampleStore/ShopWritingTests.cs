using System.Net;
using System.Net.Http.Json;
using System.Text;

namespace DataConnectors.Tests.Web.SampleStore;

public sealed class ShopWritingTests : IAsyncLifetime
{
    private readonly RunningStore store = new();

    public ValueTask InitializeAsync() => store.InitializeAsync();

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Fact]
    public async Task Cancelled_order_stays_cancelled_until_the_reset()
    {
        using var response = await store.Client.PostAsJsonAsync(
            "/orders/1050/cancel",
            new { reason = "Too late." }
        );

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var order = await store.ReadAsync("/orders/1050");
        Assert.Equal("cancelled", order.Text("status"));
        Assert.Equal("Too late.", order.GetProperty("cancellation").Text("reason"));

        using var again = await store.Client.PostAsJsonAsync(
            "/orders/1050/cancel",
            new { reason = "Twice." }
        );
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);

        using var reset = await store.Client.PostAsync("/reset", content: null);
        Assert.Equal(HttpStatusCode.NoContent, reset.StatusCode);
        Assert.Equal("placed", (await store.ReadAsync("/orders/1050")).Text("status"));
    }

    [Fact]
    public async Task Cancelling_a_shipped_order_calls_its_parcels_back()
    {
        using var response = await store.Client.PostAsJsonAsync(
            "/orders/1042/cancel",
            new { reason = "Changed my mind." }
        );

        var parcels = (await response.JsonAsync())
            .GetProperty("shipments")
            .EnumerateArray()
            .Select(p => p.Text("status"));
        Assert.Equal(["returning_to_sender", "delivered"], parcels);
    }

    [Theory]
    [InlineData("/orders/1043/cancel", HttpStatusCode.Conflict, "order_not_cancellable")]
    [InlineData("/orders/9999/cancel", HttpStatusCode.NotFound, "order_not_found")]
    public async Task Order_that_cannot_be_cancelled_is_refused(
        string path,
        HttpStatusCode status,
        string code
    )
    {
        using var response = await store.Client.PostAsJsonAsync(path, new { reason = "No." });

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(code, await response.ErrorCodeAsync());
    }

    [Fact]
    public async Task Return_is_created_and_can_be_read()
    {
        using var response = await OpenReturnAsync("1043", "BRD-OAK");

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal("/returns/ret_5101", response.Headers.Location?.OriginalString);
        var read = await store.ReadAsync("/returns/ret_5101");
        Assert.Equal("requested", read.Text("status"));
        var list = await store.ReadAsync("/returns?order_number=1043");
        Assert.Equal(1, list.GetProperty("total_count").GetInt32());
    }

    [Theory]
    [InlineData("1050", "BLK-WOL", HttpStatusCode.Conflict, "order_not_returnable")]
    [InlineData("1043", "KET-100", HttpStatusCode.UnprocessableEntity, "sku_not_in_order")]
    [InlineData("9999", "KET-100", HttpStatusCode.NotFound, "order_not_found")]
    [InlineData("", "KET-100", HttpStatusCode.UnprocessableEntity, "fields_missing")]
    public async Task Return_that_makes_no_sense_is_refused(
        string order,
        string sku,
        HttpStatusCode status,
        string code
    )
    {
        using var response = await OpenReturnAsync(order, sku);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(code, await response.ErrorCodeAsync());
    }

    [Fact]
    public async Task Of_many_equal_returns_at_once_only_one_is_made()
    {
        var responses = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => OpenReturnAsync("1043", "TWL-SET"))
        );

        Assert.Single(responses, response => response.StatusCode == HttpStatusCode.Created);
        Assert.Equal(
            19,
            responses.Count(response => response.StatusCode == HttpStatusCode.Conflict)
        );
        Array.ForEach(responses, response => response.Dispose());
    }

    [Fact]
    public async Task Customer_keeps_what_a_change_does_not_name()
    {
        using var response = await store.Client.PatchAsJsonAsync(
            "/customers/cus_1003",
            new { phone = "+33 6 99" }
        );

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var customer = await store.ReadAsync("/customers/cus_1003");
        Assert.Equal("+33 6 99", customer.Text("phone"));
        Assert.Equal("Lyon", customer.GetProperty("address").Text("city"));
    }

    [Fact]
    public async Task Address_is_replaced_whole_and_must_be_complete()
    {
        var address = new
        {
            line1 = "1 New Street",
            city = "York",
            postal_code = "YO1 7HH",
            country = "GB",
        };
        using var changed = await store.Client.PatchAsJsonAsync(
            "/customers/cus_1002",
            new { address }
        );
        using var refused = await store.Client.PatchAsJsonAsync(
            "/customers/cus_1002",
            new { address = new { city = "Hull" } }
        );

        Assert.Equal("York", (await changed.JsonAsync()).GetProperty("address").Text("city"));
        Assert.Equal("address_incomplete", await refused.ErrorCodeAsync());
    }

    [Fact]
    public async Task Ended_subscription_is_kept_as_cancelled_and_ending_it_again_changes_nothing()
    {
        using var first = await store.Client.DeleteAsync("/subscriptions/sub_2002");
        using var second = await store.Client.DeleteAsync("/subscriptions/sub_2002");

        var ended = await first.JsonAsync();
        Assert.Equal("cancelled", ended.Text("status"));
        Assert.Equal(ended.GetRawText(), (await second.JsonAsync()).GetRawText());
        Assert.Equal("free", (await store.ReadAsync("/customers/cus_1002")).Text("plan"));
    }

    [Theory]
    [InlineData("{\"reason\":", "application/json", HttpStatusCode.BadRequest, "bad_request")]
    [InlineData("", "application/json", HttpStatusCode.BadRequest, "bad_request")]
    [InlineData("reason=x", "text/plain", HttpStatusCode.UnsupportedMediaType, "not_json")]
    [InlineData("{}", "application/json", HttpStatusCode.UnprocessableEntity, "reason_missing")]
    public async Task Unreadable_body_is_refused_in_JSON(
        string body,
        string type,
        HttpStatusCode status,
        string code
    )
    {
        using var content = new StringContent(body, Encoding.UTF8, type);

        using var response = await store.Client.PostAsync("/orders/1050/cancel", content);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(code, await response.ErrorCodeAsync());
    }

    private Task<HttpResponseMessage> OpenReturnAsync(string order, string sku) =>
        store.Client.PostAsJsonAsync(
            "/returns",
            new
            {
                order_number = order,
                sku,
                reason = "Not needed.",
            }
        );
}

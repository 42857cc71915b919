using Microsoft.AspNetCore.Http.Features;

namespace DataConnectors.Web.PublicApi.Requests;

/// <summary>Keeps bodies small, also those whose length nobody announced.</summary>
internal static class BodyLimit
{
    /// <summary>Lets the server refuse a body with 413 as soon as more than <see cref="RequestBody.MaxBytes"/> of it have come.</summary>
    public static void UseBodyLimit(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                if (
                    context.Features.Get<IHttpMaxRequestBodySizeFeature>() is
                    { IsReadOnly: false } limit
                )
                {
                    limit.MaxRequestBodySize = RequestBody.MaxBytes;
                }

                return next(context);
            }
        );
}

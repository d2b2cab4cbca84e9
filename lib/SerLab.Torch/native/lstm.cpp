// A long short-term memory (Hochreiter and Schmidhuber, 1997) for the processor, in place of libtorch's own, which
// calls a dozen operators for each frame and keeps what each of them made. Here a layer is one operation: the products
// with the input are one matrix product over all frames, a frame is one product and one pass, both directions run side
// by side, and the gradients of the weights are one product each. The numbers are libtorch's to rounding.
//
// It takes float32 on the processor without projections; whatever else goes to libtorch's. First derivatives only.
#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <ATen/ops/lstm_native.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/library.h>

#include <functional>
#include <future>
#include <vector>

using at::Tensor;
using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

#define EACH_MACHINE
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#undef EACH_MACHINE
#define EACH_MACHINE __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#endif
#define INLINE inline __attribute__((always_inline))

typedef float Lanes __attribute__((vector_size(64)));
typedef float Unaligned __attribute__((vector_size(64), aligned(4)));
constexpr int64_t kLanes = 16, kRows = 4;

// Adds a [rows, inner] · w [inner, columns] to out [rows, columns], a few rows and columns in registers at a time.
template <int rows>
static INLINE void add_rows(float* out, const float* a, const float* w, int64_t inner, int64_t columns) {
  int64_t n = 0;
  for (; n + 2 * kLanes <= columns; n += 2 * kLanes) {
    Lanes sum[rows][2];
    for (int r = 0; r < rows; r++)
      for (int v = 0; v < 2; v++) sum[r][v] = *(const Unaligned*)(out + r * columns + n + v * kLanes);
    for (int64_t k = 0; k < inner; k++) {
      const Lanes w0 = *(const Unaligned*)(w + k * columns + n), w1 = *(const Unaligned*)(w + k * columns + n + kLanes);
      for (int r = 0; r < rows; r++) {
        sum[r][0] += a[r * inner + k] * w0;
        sum[r][1] += a[r * inner + k] * w1;
      }
    }
    for (int r = 0; r < rows; r++)
      for (int v = 0; v < 2; v++) *(Unaligned*)(out + r * columns + n + v * kLanes) = sum[r][v];
  }
  for (; n < columns; n++)
    for (int r = 0; r < rows; r++) {
      float sum = out[r * columns + n];
      for (int64_t k = 0; k < inner; k++) sum += a[r * inner + k] * w[k * columns + n];
      out[r * columns + n] = sum;
    }
}

EACH_MACHINE static void add_product(
    float* out, const float* a, const float* w, int64_t rows, int64_t inner, int64_t columns) {
  int64_t r = 0;
  for (; r + kRows <= rows; r += kRows) add_rows<kRows>(out + r * columns, a + r * inner, w, inner, columns);
  for (; r < rows; r++) add_rows<1>(out + r * columns, a + r * inner, w, inner, columns);
}

// e^x within two units in the last place: 2^n times a polynomial of the rest (Cephes).
static INLINE float power(float x) {
  x = x < -87.3f ? -87.3f : x > 88.3f ? 88.3f : x;
  const float n = __builtin_floorf(x * 1.44269504088896341f + 0.5f);
  const float r = x - n * 0.693359375f + n * 2.12194440e-4f;
  float p = 1.9875691500e-4f;
  p = p * r + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  p = p * r * r + r + 1.0f;
  union { int32_t i; float f; } two = {((int32_t)n + 127) << 23};
  return p * two.f;
}

static INLINE float logistic(float x) { return 1.0f / (1.0f + power(-x)); }

// Near 0 the quotient would lose digits, and a polynomial of the square does not.
static INLINE float hyperbolic(float x) {
  const float s = x * x;
  float p = -5.70498872745e-3f;
  p = p * s + 2.06390887954e-2f;
  p = p * s - 5.37397155531e-2f;
  p = p * s + 1.33314422036e-1f;
  p = p * s - 3.33332819422e-1f;
  const float near = x + x * s * p, far = 1.0f - 2.0f / (power(2.0f * x) + 1.0f);
  return s < 0.390625f ? near : far;
}

// The gates [4 · units] before activation become those after it; new state and output.
EACH_MACHINE static void gate(float* gates, const float* before, float* after, float* out, int64_t units) {
  float *i = gates, *f = gates + units, *g = gates + 2 * units, *o = gates + 3 * units;
  for (int64_t u = 0; u < units; u++) i[u] = logistic(i[u]);
  for (int64_t u = 0; u < units; u++) f[u] = logistic(f[u]);
  for (int64_t u = 0; u < units; u++) g[u] = hyperbolic(g[u]);
  for (int64_t u = 0; u < units; u++) o[u] = logistic(o[u]);
  for (int64_t u = 0; u < units; u++) {
    after[u] = f[u] * before[u] + i[u] * g[u];
    out[u] = o[u] * hyperbolic(after[u]);
  }
}

// The gradients [4 · units] of the gates before activation, from those of the output and the state, which becomes that
// of the state before.
EACH_MACHINE static void gate_back(
    float* back, const float* gates, const float* before, const float* after, const float* d_out, float* d_state,
    int64_t units) {
  const float *i = gates, *f = gates + units, *g = gates + 2 * units, *o = gates + 3 * units;
  for (int64_t u = 0; u < units; u++) {
    const float t = hyperbolic(after[u]);
    const float d = d_state[u] + d_out[u] * o[u] * (1.0f - t * t);
    back[u] = d * g[u] * i[u] * (1.0f - i[u]);
    back[units + u] = d * before[u] * f[u] * (1.0f - f[u]);
    back[2 * units + u] = d * i[u] * (1.0f - g[u] * g[u]);
    back[3 * units + u] = d_out[u] * t * o[u] * (1.0f - o[u]);
    d_state[u] = d * f[u];
  }
}

struct Sizes {
  int64_t frames, batch, incoming, units, directions;
  int64_t row() const { return batch * units; }
  int64_t frame(int64_t step, bool backwards) const { return backwards ? frames - 1 - step : step; }
};

// The first direction here, the second on another thread where there is one to use.
static void each_direction(int64_t directions, const std::function<void(int64_t)>& work) {
  std::promise<void> other;
  const bool together = directions > 1 && at::get_num_threads() > 1 && !at::in_parallel_region();
  if (together) at::launch([&] { work(1); other.set_value(); });
  work(0);
  if (together) other.get_future().wait();
  else if (directions > 1) work(1);
}

using Maybe = c10::optional<Tensor>;

// One layer, of one direction or two. Outputs and states have a place more than there are frames: the one before the
// first frame in the direction's own order.
struct Layer : public torch::autograd::Function<Layer> {
  static variable_list forward(
      AutogradContext* context, const Tensor& input, const Tensor& h0, const Tensor& c0, Maybe w0, Maybe w1, Maybe w2,
      Maybe w3, Maybe w4, Maybe w5, Maybe w6, Maybe w7) {
    at::AutoDispatchBelowADInplaceOrView guard;
    variable_list weights;
    for (const auto& w : {w0, w1, w2, w3, w4, w5, w6, w7})
      if (w.has_value()) weights.push_back(*w);
    const bool has_biases = weights[2 % weights.size()].dim() == 1;
    const int64_t each = has_biases ? 4 : 2;
    const Sizes s{input.size(0), input.size(1), input.size(2), h0.size(2), (int64_t)weights.size() / each};
    const auto x = input.contiguous(), flat = x.view({s.frames * s.batch, s.incoming});
    variable_list gates, outputs, states, turned;
    for (int64_t d = 0; d < s.directions; d++) {
      const auto *w = &weights[d * each];
      gates.push_back(has_biases ? at::addmm(w[2] + w[3], flat, w[0].t()) : at::mm(flat, w[0].t()));
      outputs.push_back(at::empty({s.frames + 1, s.batch, s.units}, x.options()));
      states.push_back(at::empty_like(outputs[d]));
      turned.push_back(w[1].t().contiguous());
      outputs[d].select(0, d == 0 ? 0 : s.frames).copy_(h0[d]);
      states[d].select(0, d == 0 ? 0 : s.frames).copy_(c0[d]);
    }
    std::vector<float*> g, h, c, w;
    for (int64_t d = 0; d < s.directions; d++) {
      g.push_back(gates[d].data_ptr<float>()), h.push_back(outputs[d].data_ptr<float>());
      c.push_back(states[d].data_ptr<float>()), w.push_back(turned[d].data_ptr<float>());
    }
    each_direction(s.directions, [&](int64_t d) {
      for (int64_t step = 0; step < s.frames; step++) {
        const int64_t t = s.frame(step, d == 1), from = d == 1 ? t + 1 : t, to = d == 1 ? t : t + 1;
        float* now = g[d] + t * 4 * s.row();
        add_product(now, h[d] + from * s.row(), w[d], s.batch, s.units, 4 * s.units);
        for (int64_t b = 0; b < s.batch; b++) {
          const int64_t at = b * s.units;
          gate(now + 4 * at, c[d] + from * s.row() + at, c[d] + to * s.row() + at, h[d] + to * s.row() + at, s.units);
        }
      }
    });
    variable_list out, last_h, last_c, saved = {x};
    for (int64_t d = 0; d < s.directions; d++) {
      out.push_back(outputs[d].narrow(0, d == 0 ? 1 : 0, s.frames));
      last_h.push_back(outputs[d].select(0, d == 0 ? s.frames : 0));
      last_c.push_back(states[d].select(0, d == 0 ? s.frames : 0));
      saved.insert(saved.end(), {gates[d], outputs[d], states[d], weights[d * each], weights[d * each + 1]});
    }
    context->save_for_backward(saved);
    context->saved_data["biases"] = has_biases;
    context->saved_data["directions"] = s.directions;
    return {s.directions == 1 ? out[0].clone() : at::cat(out, 2), at::stack(last_h), at::stack(last_c)};
  }

  static variable_list backward(AutogradContext* context, variable_list given) {
    at::AutoDispatchBelowADInplaceOrView guard;
    const auto saved = context->get_saved_variables();
    const bool has_biases = context->saved_data["biases"].toBool();
    const int64_t directions = context->saved_data["directions"].toInt();
    const auto& x = saved[0];
    const Sizes s{x.size(0), x.size(1), x.size(2), saved[2].size(2), directions};
    const auto flat = x.view({s.frames * s.batch, s.incoming});
    auto d_out = given[0].defined()
        ? given[0].contiguous() : at::zeros({s.frames, s.batch, directions * s.units}, x.options());
    auto d_h = given[1].defined() ? given[1].clone(at::MemoryFormat::Contiguous)
                                  : at::zeros({directions, s.batch, s.units}, x.options());
    auto d_c = given[2].defined() ? given[2].clone(at::MemoryFormat::Contiguous) : at::zeros_like(d_h);
    variable_list backs, weights;
    std::vector<const float*> g, h, c, w;
    std::vector<float*> back;
    for (int64_t d = 0; d < directions; d++) {
      const auto* mine = &saved[1 + 5 * d];
      backs.push_back(at::empty_like(mine[0]));
      weights.push_back(mine[4].contiguous());
      back.push_back(backs[d].data_ptr<float>()), g.push_back(mine[0].data_ptr<float>());
      c.push_back(mine[2].data_ptr<float>()), w.push_back(weights[d].data_ptr<float>());
    }
    const float* from_above = d_out.data_ptr<float>();
    float *d_hs = d_h.data_ptr<float>(), *d_cs = d_c.data_ptr<float>();
    each_direction(directions, [&](int64_t d) {
      float *dh = d_hs + d * s.row(), *dc = d_cs + d * s.row();
      for (int64_t step = s.frames - 1; step >= 0; step--) {
        const int64_t t = s.frame(step, d == 1), from = d == 1 ? t + 1 : t, to = d == 1 ? t : t + 1;
        float* now = back[d] + t * 4 * s.row();
        for (int64_t b = 0; b < s.batch; b++) {
          const int64_t at = b * s.units;
          const float* above = from_above + (t * s.batch + b) * directions * s.units + d * s.units;
          for (int64_t u = 0; u < s.units; u++) dh[at + u] += above[u];
          gate_back(now + 4 * at, g[d] + t * 4 * s.row() + 4 * at, c[d] + from * s.row() + at,
                    c[d] + to * s.row() + at, dh + at, dc + at, s.units);
        }
        std::fill(dh, dh + s.row(), 0.0f);
        add_product(dh, now, w[d], s.batch, 4 * s.units, s.units);
      }
    });
    Tensor d_input;
    variable_list d_weights;
    for (int64_t d = 0; d < directions; d++) {
      const auto* mine = &saved[1 + 5 * d];
      const auto before = mine[1].narrow(0, d == 0 ? 0 : 1, s.frames).reshape({s.frames * s.batch, s.units});
      d_weights.push_back(at::mm(backs[d].t(), flat));
      d_weights.push_back(at::mm(backs[d].t(), before));
      if (has_biases) {
        const auto sum = backs[d].sum(0);
        d_weights.insert(d_weights.end(), {sum, sum.clone()});
      }
      if (context->needs_input_grad(0))
        d_input = d == 0 ? at::mm(backs[d], mine[3]) : d_input.addmm_(backs[d], mine[3]);
    }
    variable_list result = {d_input.defined() ? d_input.view_as(x) : d_input, d_h, d_c};
    result.insert(result.end(), d_weights.begin(), d_weights.end());
    result.resize(11);
    return result;
  }
};

static bool is_plain(const Tensor& t, at::IntArrayRef shape) {
  return t.scalar_type() == at::kFloat && t.device().is_cpu() && t.layout() == at::kStrided && t.sizes() == shape;
}

// Whether everything is of the kind and shape that Layer takes.
static bool is_ours(
    const Tensor& x, at::TensorList hx, at::TensorList params, bool has_biases, int64_t layers, int64_t directions) {
  const int64_t each = has_biases ? 4 : 2;
  if (x.dim() != 3 || x.numel() == 0 || hx.size() != 2 || hx[0].dim() != 3 ||
      (int64_t)params.size() != layers * directions * each || !is_plain(x, x.sizes()))
    return false;
  const int64_t batch = x.size(1), units = hx[0].size(2);
  bool ours = units > 0;
  for (const auto& h : hx) ours = ours && is_plain(h, {layers * directions, batch, units});
  for (int64_t i = 0; i < (int64_t)params.size(); i++) {
    const int64_t incoming = i % each == 1 ? units : i < directions * each ? x.size(2) : directions * units;
    ours = ours && (i % each < 2 ? is_plain(params[i], {4 * units, incoming}) : is_plain(params[i], {4 * units}));
  }
  return ours;
}

static std::tuple<Tensor, Tensor, Tensor> lstm(
    const Tensor& input, at::TensorList hx, at::TensorList params, bool has_biases, int64_t layers, double dropout,
    bool train, bool bidirectional, bool batch_first) {
  const int64_t directions = bidirectional ? 2 : 1, each = has_biases ? 4 : 2;
  auto x = batch_first && input.dim() == 3 ? input.transpose(0, 1) : input;  // [frame, batch, value]
  if (!is_ours(x, hx, params, has_biases, layers, directions))
    return at::native::lstm(input, hx, params, has_biases, layers, dropout, train, bidirectional, batch_first);
  variable_list last_h, last_c;
  for (int64_t layer = 0; layer < layers; layer++) {
    Maybe w[8];
    for (int64_t i = 0; i < directions * each; i++) w[i] = params[layer * directions * each + i];
    const auto made = Layer::apply(
        x, hx[0].narrow(0, layer * directions, directions), hx[1].narrow(0, layer * directions, directions), w[0], w[1],
        w[2], w[3], w[4], w[5], w[6], w[7]);
    x = made[0];
    if (dropout > 0 && train && layer < layers - 1) x = at::dropout(x, dropout, train);
    last_h.push_back(made[1]);
    last_c.push_back(made[2]);
  }
  return {batch_first ? x.transpose(0, 1) : x, at::cat(last_h), at::cat(last_c)};
}

TORCH_LIBRARY_IMPL(aten, CPU, m) { m.impl("lstm.input", lstm); }
TORCH_LIBRARY_IMPL(aten, AutogradCPU, m) { m.impl("lstm.input", lstm); }

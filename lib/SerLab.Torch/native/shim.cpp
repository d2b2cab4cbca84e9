// The C door to libtorch. Every ATen operator is called boxed, by its name and overload, through the dispatcher;
// what is not an operator (autograd, gradients, seeds, threads, devices) has a function of its own.
// A failure returns nonzero and leaves its message in shim_error(). Compiles against libtorch 1.13 and 2.x.
#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <c10/core/GradMode.h>
#include <c10/core/impl/VirtualGuardImpl.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/version.h>

#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#define SHIM extern "C" __attribute__((visibility("default")))

using Impl = at::TensorImpl;
using Ptr = c10::intrusive_ptr<at::TensorImpl, at::UndefinedTensorImpl>;

// Mirrors the managed Slot: what it is, how long (lists, text, a result's own memory in KiB), and the value.
enum Kind : int32_t { None, Tensor, Int, Double, Bool, Ints, Tensors, Text, Generator, Device, Doubles, MaybeTensors };
struct Slot {
  int32_t kind;
  int32_t length;
  union {
    int64_t i;
    double d;
    void* p;
  };
};

struct Operator {
  c10::OperatorHandle handle;
  std::vector<std::pair<bool, c10::IValue>> defaults;  // has one, and which
};

struct Info {
  const int64_t* sizes;
  const int64_t* strides;
  int64_t numel;
  int64_t offset;
  int32_t dimensions;
  int32_t dtype;
  int32_t device_type;
  int32_t device_index;
  int32_t element_size;
  int32_t requires_grad;
  int32_t is_leaf;
  int32_t is_contiguous;
};

static thread_local std::string last_error;

// A network asks for the same large blocks at every step. By default glibc maps each of them afresh, and the system
// clears every page again: up to half of a training step. Kept in one heap they are simply used again; up to half a GiB
// of it stays with the process. MALLOC_TRIM_THRESHOLD_ in the environment leaves glibc as it is.
__attribute__((constructor)) static void keep_large_blocks() {
#ifdef __GLIBC__
  if (std::getenv("MALLOC_TRIM_THRESHOLD_")) return;
  mallopt(M_MMAP_MAX, 0);
  mallopt(M_TRIM_THRESHOLD, 512 << 20);
  mallopt(M_ARENA_MAX, 1);
#endif
}

template <class F>
static int guarded(F&& body) {
  try {
    body();
    return 0;
  } catch (const c10::Error& e) {
    last_error = e.what_without_backtrace();
  } catch (const std::exception& e) {
    last_error = e.what();
  } catch (...) {
    last_error = "libtorch threw something that is not an exception";
  }
  return 1;
}

static at::Tensor borrow(void* p) {
  return p ? at::Tensor(Ptr::reclaim_copy(static_cast<Impl*>(p))) : at::Tensor();
}

static void* give(at::Tensor t) { return t.defined() ? t.unsafeReleaseTensorImpl() : nullptr; }

static std::vector<at::Tensor> borrow_all(void* const* handles, int64_t count) {
  std::vector<at::Tensor> tensors;
  tensors.reserve(count);
  for (int64_t i = 0; i < count; i++) tensors.push_back(borrow(handles[i]));
  return tensors;
}

static c10::IValue maybe_tensors(void* const* handles, int64_t count) {
  c10::impl::GenericList list(c10::OptionalType::ofTensor());
  for (int64_t i = 0; i < count; i++) list.push_back(handles[i] ? c10::IValue(borrow(handles[i])) : c10::IValue());
  return list;
}

static c10::Device device_of(int64_t packed) {
  return c10::Device(static_cast<c10::DeviceType>(packed >> 32), static_cast<c10::DeviceIndex>(packed & 0xffffffff));
}

static c10::IValue value_of(const Slot& s) {
  switch (s.kind) {
    case Tensor: return borrow(s.p);
    case Int: return s.i;
    case Double: return s.d;
    case Bool: return s.i != 0;
    case Ints: return c10::IntArrayRef(static_cast<const int64_t*>(s.p), s.length);
    case Doubles: return c10::ArrayRef<double>(static_cast<const double*>(s.p), s.length);
    case Tensors: return borrow_all(static_cast<void* const*>(s.p), s.length);
    case MaybeTensors: return maybe_tensors(static_cast<void* const*>(s.p), s.length);
    case Text: return std::string(static_cast<const char*>(s.p), s.length);
    case Generator: return *static_cast<at::Generator*>(s.p);
    case Device: return device_of(s.i);
    default: return c10::IValue();
  }
}

// Memory that only this tensor holds, in KiB: what the garbage collector should know about. Views count nothing.
static int32_t own_kib(const at::Tensor& t) {
  if (!t.defined() || !t.has_storage() || t.storage().use_count() != 1) return 0;
  return static_cast<int32_t>(std::min<size_t>(t.storage().nbytes() >> 10, INT32_MAX));
}

static void put_tensor(at::Tensor t, Slot& out) {
  out.kind = Tensor;
  out.length = own_kib(t);
  out.p = give(std::move(t));
}

static void put_tensors(const c10::IValue& value, Slot& out) {
  auto tensors = value.toTensorVector();
  auto handles = static_cast<void**>(std::malloc(std::max<size_t>(1, tensors.size()) * sizeof(void*)));
  for (size_t i = 0; i < tensors.size(); i++) handles[i] = give(std::move(tensors[i]));
  out.kind = Tensors;
  out.length = static_cast<int32_t>(tensors.size());
  out.p = handles;
}

static void put(c10::IValue&& value, Slot& out) {
  if (value.isTensor()) return put_tensor(std::move(value).toTensor(), out);
  if (value.isTensorList()) return put_tensors(value, out);
  out.length = 0;
  out.kind = value.isInt() ? Int : value.isDouble() ? Double : value.isBool() ? Bool : None;
  if (value.isDouble()) out.d = value.toDouble();
  else out.i = value.isInt() ? value.toInt() : value.isBool() && value.toBool();
}

SHIM const char* shim_error() { return last_error.c_str(); }
SHIM const char* shim_version() { return TORCH_VERSION; }
SHIM const char* shim_libtorch() { return SHIM_LIBTORCH; }

SHIM int shim_find(const char* name, const char* overload, void** op) {
  return guarded([&] {
    auto handle = c10::Dispatcher::singleton().findSchemaOrThrow(name, overload);
    auto found = new Operator{handle, {}};
    for (const auto& argument : handle.schema().arguments()) {
      const auto& value = argument.default_value();
      found->defaults.emplace_back(value.has_value(), value.has_value() ? *value : c10::IValue());
    }
    *op = found;
  });
}

// Arguments left out at the end take the operator's own defaults. At most `capacity` results are handed out.
SHIM int shim_call(const void* op, const Slot* args, int32_t count, Slot* results, int32_t capacity) {
  return guarded([&] {
    const auto& target = *static_cast<const Operator*>(op);
    torch::jit::Stack stack;
    stack.reserve(target.defaults.size());
    for (int32_t i = 0; i < count; i++) stack.push_back(value_of(args[i]));
    for (size_t i = count; i < target.defaults.size(); i++) {
      TORCH_CHECK(target.defaults[i].first, "argument ", i, " of ", target.handle.operator_name(), " is missing");
      stack.push_back(target.defaults[i].second);
    }
    target.handle.callBoxed(stack);
    TORCH_CHECK(static_cast<int64_t>(stack.size()) >= capacity, target.handle.operator_name(), " returned too little");
    for (int32_t i = 0; i < capacity; i++) put(std::move(stack[i]), results[i]);
  });
}

SHIM void shim_free(void* memory) { std::free(memory); }
SHIM void shim_release(void* tensor) { Ptr::reclaim(static_cast<Impl*>(tensor)); }
SHIM void* shim_share(void* tensor) { return give(borrow(tensor)); }

SHIM int shim_info(void* tensor, Info* info) {
  return guarded([&] {
    auto t = borrow(tensor);
    auto device = t.device();
    *info = {t.sizes().data(), t.strides().data(), t.numel(), t.storage_offset(), static_cast<int32_t>(t.dim()),
             static_cast<int32_t>(t.scalar_type()), static_cast<int32_t>(device.type()), device.index(),
             static_cast<int32_t>(t.element_size()), t.requires_grad(), t.is_leaf(), t.is_contiguous()};
  });
}

SHIM int shim_data(void* tensor, void** data) {
  return guarded([&] { *data = borrow(tensor).data_ptr(); });
}

SHIM int shim_set_requires_grad(void* tensor, int32_t on) {
  return guarded([&] { borrow(tensor).set_requires_grad(on != 0); });
}

SHIM int shim_retain_grad(void* tensor) {
  return guarded([&] { borrow(tensor).retain_grad(); });
}

SHIM int shim_grad(void* tensor, void** grad) {
  return guarded([&] { *grad = give(borrow(tensor).grad()); });
}

SHIM int shim_set_grad(void* tensor, void* grad) {
  return guarded([&] { borrow(tensor).mutable_grad() = borrow(grad); });
}

SHIM int shim_backward(void* const* tensors, int32_t count, void* const* grads, int32_t grad_count, int32_t retain,
                       int32_t create, void* const* inputs, int32_t input_count) {
  return guarded([&] {
    torch::autograd::backward(borrow_all(tensors, count), borrow_all(grads, grad_count), retain != 0, create != 0,
                              borrow_all(inputs, input_count));
  });
}

SHIM int shim_grads(void* const* outputs, int32_t count, void* const* inputs, int32_t input_count, void* const* grads,
                    int32_t grad_count, int32_t retain, int32_t create, int32_t allow_unused, void** results) {
  return guarded([&] {
    auto found = torch::autograd::grad(borrow_all(outputs, count), borrow_all(inputs, input_count),
                                       borrow_all(grads, grad_count), retain != 0, create != 0, allow_unused != 0);
    for (size_t i = 0; i < found.size(); i++) results[i] = give(std::move(found[i]));
  });
}

SHIM int32_t shim_grad_enabled() { return c10::GradMode::is_enabled(); }
SHIM void shim_set_grad_enabled(int32_t on) { c10::GradMode::set_enabled(on != 0); }
SHIM int32_t shim_threads() { return at::get_num_threads(); }
SHIM int shim_set_threads(int32_t count) {
  return guarded([&] { at::set_num_threads(count); });
}

SHIM int32_t shim_cuda_devices() {
  return at::hasCUDA() ? c10::impl::VirtualGuardImpl(c10::DeviceType::CUDA).deviceCount() : 0;
}

SHIM int shim_cuda_synchronize(int32_t index) {
  return guarded([&] {
    c10::impl::VirtualGuardImpl guard(c10::DeviceType::CUDA);
    auto device = index < 0 ? guard.getDevice() : c10::Device(c10::DeviceType::CUDA, index);
    guard.getStream(device).synchronize();
  });
}

SHIM int shim_manual_seed(uint64_t seed) {
  return guarded([&] { at::manual_seed(seed); });
}

SHIM int shim_new_generator(uint64_t seed, void** generator) {
  return guarded([&] { *generator = new at::Generator(at::detail::createCPUGenerator(seed)); });
}

SHIM int shim_default_generator(void** generator) {
  return guarded([&] { *generator = new at::Generator(at::detail::getDefaultCPUGenerator()); });
}

SHIM void shim_release_generator(void* generator) { delete static_cast<at::Generator*>(generator); }

SHIM int shim_seed_generator(void* generator, uint64_t seed) {
  return guarded([&] {
    auto& g = *static_cast<at::Generator*>(generator);
    std::lock_guard<std::mutex> lock(g.mutex());
    g.set_current_seed(seed);
  });
}

SHIM int shim_generator_seed(void* generator, uint64_t* seed) {
  return guarded([&] { *seed = static_cast<at::Generator*>(generator)->current_seed(); });
}

SHIM int shim_generator_state(void* generator, void** state) {
  return guarded([&] {
    auto& g = *static_cast<at::Generator*>(generator);
    std::lock_guard<std::mutex> lock(g.mutex());
    *state = give(g.get_state());
  });
}

SHIM int shim_set_generator_state(void* generator, void* state) {
  return guarded([&] {
    auto& g = *static_cast<at::Generator*>(generator);
    std::lock_guard<std::mutex> lock(g.mutex());
    g.set_state(borrow(state));
  });
}
